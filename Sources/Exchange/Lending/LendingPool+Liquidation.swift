public import Quantities

extension LendingPool {
  /// Repays a borrower's debt and seizes collateral, as much as the rules allow.
  ///
  /// The liquidator brings the debt asset and takes the collateral out of the pool.
  ///
  /// - Parameters:
  ///   - account: The borrower.
  ///   - debtAsset: What is repaid.
  ///   - collateralAsset: What is seized.
  /// - Returns: What was repaid, seized and left uncovered.
  /// - Throws: ``LendingError/notLiquidatable(account:)`` at a health factor of one or more; other
  ///   cases as named. The pool is unchanged then.
  public mutating func liquidate(
    _ account: AccountID,
    debtAsset: AssetID,
    collateralAsset: AssetID
  ) throws(LendingError) -> LendingLiquidation {
    let plan = try plannedSeizure(
      from: account,
      debtAsset: debtAsset,
      collateralAsset: collateralAsset
    )
    guard let index = index(of: account) else { throw .notLiquidatable(account: account) }
    let debt = Int(debtAsset)
    let collateral = Int(collateralAsset)
    let seizure = plan.seizure
    // In one reserve the repayment comes in before the collateral goes out.
    let available =
      cash[collateral].units + (debt == collateral ? seizure.debtRepaid.units : 0)
    guard available >= seizure.liquidatorReceives.units else {
      throw .balanceInsufficient(
        available: available,
        needed: seizure.liquidatorReceives.units
      )
    }
    accounts[index].debts[debt] -= seizure.debtRepaid
    cash[debt] += seizure.debtRepaid
    accounts[index].supplied[collateral] -= seizure.seized
    treasury[collateral] += seizure.protocolFee
    cash[collateral] -= seizure.liquidatorReceives
    return LendingLiquidation(
      account: account,
      debtAsset: debtAsset,
      collateralAsset: collateralAsset,
      healthFactor: plan.healthFactor,
      seizure: seizure,
      badDebt: bookBadDebt(of: index, asset: debt)
    )
  }

  /// What a liquidation would repay and seize now.
  public func plannedSeizure(
    from account: AccountID,
    debtAsset: AssetID,
    collateralAsset: AssetID
  ) throws(LendingError) -> (healthFactor: HealthFactor, seizure: CollateralSeizure) {
    guard debtAsset < reserves.count else { throw .reserveUnknown(debtAsset) }
    guard collateralAsset < reserves.count else { throw .reserveUnknown(collateralAsset) }
    let values = try values(of: account)
    let factor = try HealthFactor(weightedCollateral: values.weighted, debt: values.debt)
    guard factor.isLiquidatable, index(of: account) != nil else {
      throw .notLiquidatable(account: account)
    }
    guard let debtPrice = prices[Int(debtAsset)] else { throw .priceMissing(debtAsset) }
    guard let collateralPrice = prices[Int(collateralAsset)] else {
      throw .priceMissing(collateralAsset)
    }
    let owed = debt(of: account, asset: debtAsset)
    let held = supplied(by: account, asset: collateralAsset)
    let owedBase = try baseValue(of: owed, asset: debtAsset, rounding: .up)
    let repayable = try closeFactorRule.repayableBase(
      at: factor,
      debtBase: owedBase,
      totalDebtBase: values.debt,
      collateralBase: try baseValue(of: held, asset: collateralAsset, rounding: .down)
    )
    let reserve = reserves[Int(debtAsset)]
    var cover = owed
    if repayable < owedBase {
      let units = repayable * Int128(reserve.asset.unitsPerOne) / Int128(debtPrice.units)
      cover = min(owed, Amount(Int64(clamping: units)))
    }
    let target = reserves[Int(collateralAsset)]
    let seizure = try CollateralSeizure(
      debtToCover: cover,
      debt: (reserve.asset, debtPrice),
      collateral: (target.asset, collateralPrice),
      balance: held,
      liquidationBonusBasisPoints: target.liquidationBonusBasisPoints,
      protocolFeeBasisPoints: target.protocolFeeBasisPoints
    )
    return (factor, seizure)
  }

  /// Books debt that no collateral is left to cover, if the version does.
  ///
  /// - Returns: The debt in the asset just repaid that remains without collateral.
  private mutating func bookBadDebt(of index: Int, asset: Int) -> Amount {
    guard accounts[index].supplied.allSatisfy({ $0.units == 0 }) else { return .zero }
    let remaining = accounts[index].debts[asset]
    guard closeFactorRule.booksDeficit else { return remaining }
    for number in reserves.indices {
      deficit[number] += accounts[index].debts[number]
      accounts[index].debts[number] = .zero
    }
    return remaining
  }

  /// Makes good a deficit out of the treasury, as far as it reaches.
  ///
  /// - Returns: What is still uncovered: the depositors' loss.
  public mutating func coverDeficit(of asset: AssetID) throws(LendingError) -> Amount {
    guard asset < reserves.count else { throw .reserveUnknown(asset) }
    let covered = min(treasury[Int(asset)], deficit[Int(asset)])
    treasury[Int(asset)] -= covered
    deficit[Int(asset)] -= covered
    return deficit[Int(asset)]
  }
}
