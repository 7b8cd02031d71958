public import Quantities

/// One liquidation of a borrower, as it happened.
public struct LendingLiquidation: Hashable, Sendable {
  /// The borrower.
  public let account: AccountID
  /// The asset repaid.
  public let debtAsset: AssetID
  /// The asset seized.
  public let collateralAsset: AssetID
  /// The health factor before.
  public let healthFactor: HealthFactor
  /// What was repaid and seized.
  public let seizure: CollateralSeizure
  /// Debt that is left without any collateral, minor units of the debt asset.
  public let badDebt: Amount

  /// Creates a record.
  public init(
    account: AccountID,
    debtAsset: AssetID,
    collateralAsset: AssetID,
    healthFactor: HealthFactor,
    seizure: CollateralSeizure,
    badDebt: Amount
  ) {
    self.account = account
    self.debtAsset = debtAsset
    self.collateralAsset = collateralAsset
    self.healthFactor = healthFactor
    self.seizure = seizure
    self.badDebt = badDebt
  }
}
