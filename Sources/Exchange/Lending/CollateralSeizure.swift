public import Quantities

/// What one liquidation repays and seizes, before anything is moved.
///
/// Collateral worth the debt repaid, times the bonus, capped by the balance; if capped, the debt
/// repaid is scaled back. The protocol's fee is a share of the bonus part only. Source: aave-v3-core
/// `LiquidationLogic._calculateAvailableCollateralToLiquidate`; divisions truncate, percentages
/// round half up.
public struct CollateralSeizure: Hashable, Sendable {
  /// Debt repaid, minor units of the debt asset.
  public let debtRepaid: Amount
  /// Collateral worth the debt to be covered, without bonus.
  public let baseCollateral: Amount
  /// Collateral taken from the borrower, fee included.
  public let seized: Amount
  /// The part of ``seized`` above the value of the debt.
  public let bonus: Amount
  /// The part of ``bonus`` that goes to the protocol's treasury.
  public let protocolFee: Amount

  /// What the liquidator gets.
  public var liquidatorReceives: Amount { seized - protocolFee }

  /// Computes a seizure.
  ///
  /// - Parameters:
  ///   - debtToCover: Minor units of the debt asset, not negative.
  ///   - debt: The asset repaid and its price in base currency units per whole coin.
  ///   - collateral: The asset seized and its price, positive.
  ///   - balance: The borrower's collateral, minor units.
  ///   - liquidationBonusBasisPoints: 10 500 is a bonus of 5 %.
  ///   - protocolFeeBasisPoints: Share of the bonus.
  /// - Throws: ``LendingError/overflow(operation:)`` if a product is too large.
  public init(
    debtToCover: Amount,
    debt: (asset: Asset, price: Price),
    collateral: (asset: Asset, price: Price),
    balance: Amount,
    liquidationBonusBasisPoints: Int64,
    protocolFeeBasisPoints: Int64
  ) throws(LendingError) {
    precondition(collateral.price.units > 0, "a collateral price must be positive")
    precondition(debt.price.units > 0, "a debt price must be positive")
    let base = try CollateralSeizure.convert(debtToCover, from: debt, to: collateral)
    let wanted = try BasisPointMath.multiply(base, by: liquidationBonusBasisPoints)
    let taken: Int128
    let repaid: Int128
    if wanted > Int128(balance.units) {
      taken = Int128(balance.units)
      repaid = try BasisPointMath.divide(
        try CollateralSeizure.convert(balance, from: collateral, to: debt),
        by: liquidationBonusBasisPoints
      )
    } else {
      taken = wanted
      repaid = Int128(debtToCover.units)
    }
    let withoutBonus = try BasisPointMath.divide(taken, by: liquidationBonusBasisPoints)
    let extra = taken - withoutBonus
    let fee = try BasisPointMath.multiply(extra, by: protocolFeeBasisPoints)
    debtRepaid = try CollateralSeizure.amount(min(repaid, Int128(debtToCover.units)))
    baseCollateral = try CollateralSeizure.amount(base)
    seized = try CollateralSeizure.amount(taken)
    bonus = try CollateralSeizure.amount(extra)
    protocolFee = try CollateralSeizure.amount(fee)
  }

  /// The amount of `target` worth an amount of `source`, truncated.
  private static func convert(
    _ amount: Amount,
    from source: (asset: Asset, price: Price),
    to target: (asset: Asset, price: Price)
  ) throws(LendingError) -> Int128 {
    let value = Int128(amount.units) * Int128(source.price.units)
    let (numerator, first) = value.multipliedReportingOverflow(
      by: Int128(target.asset.unitsPerOne)
    )
    let (denominator, second) = Int128(target.price.units).multipliedReportingOverflow(
      by: Int128(source.asset.unitsPerOne)
    )
    guard !first, !second else {
      throw .overflow(operation: "\(amount.units) × \(source.price.units)")
    }
    return numerator / denominator
  }

  private static func amount(_ units: Int128) throws(LendingError) -> Amount {
    guard let exact = Int64(exactly: units) else { throw .overflow(operation: "\(units) units") }
    return Amount(exact)
  }
}
