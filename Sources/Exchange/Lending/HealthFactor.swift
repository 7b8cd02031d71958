import Quantities

/// A health factor in units of 10⁻¹⁸, compared exactly: liquidatable strictly below one.
public struct HealthFactor: Hashable, Comparable, Sendable {
  /// One, in its own units.
  public static let unitsPerOne: Int128 = 1_000_000_000_000_000_000
  /// Exactly one: not liquidatable.
  public static let one = HealthFactor(units: unitsPerOne)
  /// Of an account without debt.
  public static let unlimited = HealthFactor(units: .max)

  /// The factor times 10¹⁸.
  public let units: Int128

  /// Creates a factor.
  public init(units: Int128) {
    self.units = units
  }

  /// The factor of weighted collateral over debt, both in base currency units; half up.
  ///
  /// - Parameters:
  ///   - weightedCollateral: Σ collateral · liquidation threshold in basis points.
  ///   - debt: Total debt, not negative.
  /// - Throws: ``LendingError/overflow(operation:)`` beyond 128 bits.
  public init(weightedCollateral: Int128, debt: Int128) throws(LendingError) {
    guard debt > 0 else {
      self = .unlimited
      return
    }
    let scale = HealthFactor.unitsPerOne / Int128(BasisPointMath.one)
    let (scaled, overflow) = weightedCollateral.multipliedReportingOverflow(by: scale)
    guard !overflow else { throw .overflow(operation: "\(weightedCollateral) × \(scale)") }
    units = scaled.divided(by: debt, rounding: .toNearestOrAwayFromZero)
  }

  /// The factor nearest to a decimal fraction, for inputs and tests.
  public init(nearest fraction: Double) {
    units = Int128((fraction * 1e9).rounded()) * 1_000_000_000
  }

  /// Whether the account may be liquidated.
  public var isLiquidatable: Bool { self < .one }

  /// Orders factors by size.
  public static func < (lhs: HealthFactor, rhs: HealthFactor) -> Bool { lhs.units < rhs.units }
}
