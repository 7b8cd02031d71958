/// How much of a borrower's debt one liquidation may repay, by protocol version.
///
/// Sources: aave/aave-v3-core `LiquidationLogic.sol` (v3.0 to v3.2), aave-v3-origin v3.3
/// (`exchange-mechanics.md` §6).
public struct CloseFactorRule: Hashable, Sendable {
  /// The share of the debt in the ordinary case, basis points.
  public let defaultBasisPoints: Int64
  /// At or below this health factor all of the debt may be repaid.
  public let fullCloseHealthFactor: HealthFactor
  /// The value of a small position, base currency units; `nil` before version 3.3.
  ///
  /// If the collateral or the debt of the pair is below it, all of the debt may be repaid.
  public let smallPositionBase: Int128?

  /// Creates a rule.
  public init(
    defaultBasisPoints: Int64,
    fullCloseHealthFactor: HealthFactor,
    smallPositionBase: Int128?
  ) {
    self.defaultBasisPoints = defaultBasisPoints
    self.fullCloseHealthFactor = fullCloseHealthFactor
    self.smallPositionBase = smallPositionBase
  }

  /// Versions 3.0 to 3.2: 50 % of the debt in the asset repaid, all at a health factor of 0.95 or
  /// less.
  public static let v30 = CloseFactorRule(
    defaultBasisPoints: 5_000,
    fullCloseHealthFactor: HealthFactor(units: 950_000_000_000_000_000),
    smallPositionBase: nil
  )

  /// Version 3.3: in addition all of the debt of a small position.
  ///
  /// That is, if either side of the pair is worth less than 2 000 dollars; and the 50 % is of the
  /// borrower's total debt. The base currency has eight decimals.
  public static let v33 = CloseFactorRule(
    defaultBasisPoints: 5_000,
    fullCloseHealthFactor: HealthFactor(units: 950_000_000_000_000_000),
    smallPositionBase: 200_000_000_000
  )

  /// Whether the remaining debt of an account without collateral is booked as the reserve's deficit.
  public var booksDeficit: Bool { smallPositionBase != nil }

  /// The share of the debt that may be repaid, basis points; zero at a health factor of one or more.
  public func closeFactorBasisPoints(at healthFactor: HealthFactor) -> Int64 {
    guard healthFactor.isLiquidatable else { return 0 }
    return healthFactor > fullCloseHealthFactor ? defaultBasisPoints : BasisPointMath.one
  }

  /// The largest amount of one debt asset that may be repaid, base currency units.
  ///
  /// - Parameters:
  ///   - healthFactor: The borrower's.
  ///   - debtBase: The borrower's debt in the asset to be repaid.
  ///   - totalDebtBase: The borrower's whole debt.
  ///   - collateralBase: The borrower's collateral in the asset to be seized.
  /// - Returns: At most `debtBase`.
  /// - Throws: ``LendingError/overflow(operation:)`` beyond 128 bits.
  public func repayableBase(
    at healthFactor: HealthFactor,
    debtBase: Int128,
    totalDebtBase: Int128,
    collateralBase: Int128
  ) throws(LendingError) -> Int128 {
    let factor = closeFactorBasisPoints(at: healthFactor)
    guard factor < BasisPointMath.one else { return debtBase }
    guard let small = smallPositionBase else {
      return try BasisPointMath.multiply(debtBase, by: factor)
    }
    if factor > 0, collateralBase < small || debtBase < small { return debtBase }
    return min(debtBase, try BasisPointMath.multiply(totalDebtBase, by: factor))
  }
}
