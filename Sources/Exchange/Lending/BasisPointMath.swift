import Quantities

/// Percentages as Aave computes them: in basis points, half up.
///
/// Source: aave/aave-v3-core `contracts/protocol/libraries/math/PercentageMath.sol`. Amounts are not
/// negative there, so half up is half away from zero.
public enum BasisPointMath {
  /// Basis points in one.
  public static let one: Int64 = 10_000

  /// `amount · basisPoints / 10 000`, half up.
  ///
  /// - Throws: ``LendingError/overflow(operation:)`` beyond 128 bits.
  public static func multiply(
    _ amount: Int128,
    by basisPoints: Int64
  ) throws(LendingError) -> Int128 {
    let (product, overflow) = amount.multipliedReportingOverflow(by: Int128(basisPoints))
    guard !overflow else { throw .overflow(operation: "\(amount) × \(basisPoints) bp") }
    return product.divided(by: Int128(one), rounding: .toNearestOrAwayFromZero)
  }

  /// `amount · 10 000 / basisPoints`, half up.
  ///
  /// - Throws: ``LendingError/overflow(operation:)`` beyond 128 bits.
  public static func divide(
    _ amount: Int128,
    by basisPoints: Int64
  ) throws(LendingError) -> Int128 {
    precondition(basisPoints > 0, "basis points must be positive: \(basisPoints)")
    let (product, overflow) = amount.multipliedReportingOverflow(by: Int128(one))
    guard !overflow else { throw .overflow(operation: "\(amount) ÷ \(basisPoints) bp") }
    return product.divided(by: Int128(basisPoints), rounding: .toNearestOrAwayFromZero)
  }
}
