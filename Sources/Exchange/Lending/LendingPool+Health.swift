import Quantities

extension LendingPool {
  /// An account's collateral and debt in base currency units.
  struct Values: Hashable {
    /// Σ collateral · liquidation threshold, basis points not divided out.
    var weighted: Int128 = 0
    /// Σ collateral · loan to value, basis points not divided out.
    var borrowable: Int128 = 0
    /// Σ collateral.
    var collateral: Int128 = 0
    /// Σ debt.
    var debt: Int128 = 0
  }

  /// The health factor: Σ collateral · liquidation threshold / Σ debt at oracle prices.
  ///
  /// Collateral values are rounded down and debt values up, against the borrower.
  ///
  /// - Throws: ``LendingError/priceMissing(_:)`` if a reserve the account uses has no price.
  public func healthFactor(of account: AccountID) throws(LendingError) -> HealthFactor {
    let values = try values(of: account)
    return try HealthFactor(weightedCollateral: values.weighted, debt: values.debt)
  }

  func values(of account: AccountID) throws(LendingError) -> Values {
    guard let index = index(of: account) else { return Values() }
    var values = Values()
    for (number, reserve) in reserves.enumerated() {
      let supplied = accounts[index].supplied[number]
      let owed = accounts[index].debts[number]
      guard supplied.units != 0 || owed.units != 0 else { continue }
      let collateral = try baseValue(of: supplied, asset: AssetID(number), rounding: .down)
      values.collateral += collateral
      values.weighted += collateral * Int128(reserve.liquidationThresholdBasisPoints)
      values.borrowable += collateral * Int128(reserve.loanToValueBasisPoints)
      values.debt += try baseValue(of: owed, asset: AssetID(number), rounding: .up)
    }
    return values
  }

  /// The value of an amount in base currency units at the oracle price.
  func baseValue(
    of amount: Amount,
    asset: AssetID,
    rounding: Rounding
  ) throws(LendingError) -> Int128 {
    guard asset < reserves.count else { throw .reserveUnknown(asset) }
    guard let price = prices[Int(asset)] else { throw .priceMissing(asset) }
    let product = Int128(amount.units) * Int128(price.units)
    return product.divided(
      by: Int128(reserves[Int(asset)].asset.unitsPerOne),
      rounding: rounding
    )
  }

  /// Checks the pool's balance sheet, asset by asset.
  ///
  /// - Throws: ``InvariantViolation`` naming the asset and the difference.
  public func checkInvariants() throws(InvariantViolation) {
    for number in reserves.indices {
      var claims = Int128(treasury[number].units)
      var assets = Int128(cash[number].units) + Int128(deficit[number].units)
      for account in accounts {
        claims += Int128(account.supplied[number].units)
        assets += Int128(account.debts[number].units)
        if account.supplied[number].units < 0 || account.debts[number].units < 0 {
          throw InvariantViolation(
            asset: reserves[number].asset.symbol,
            account: account.id,
            difference: 0
          )
        }
      }
      if assets != claims {
        throw InvariantViolation(
          asset: reserves[number].asset.symbol,
          account: nil,
          difference: Int64(clamping: assets - claims)
        )
      }
    }
  }

  /// A broken balance sheet of the pool.
  public struct InvariantViolation: Error, Hashable, Sendable, CustomStringConvertible {
    /// The asset that does not balance.
    public let asset: String
    /// The account with a negative balance, or `nil` if the sums differ.
    public let account: AccountID?
    /// Assets minus claims, minor units.
    public let difference: Int64

    /// One line for a person.
    public var description: String {
      if let account { return "\(asset): account \(account) has a negative balance" }
      return "\(asset): assets exceed claims by \(difference) minor units"
    }
  }
}
