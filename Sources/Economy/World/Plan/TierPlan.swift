/// A row of a contract's tier table as a scenario writes it.
public struct TierPlan: Hashable, Sendable {
  /// The largest notional of one account in the tier, dollars, or nil for a last row without a cap.
  public var notionalCap: Double?
  /// The largest leverage of an account whose position reaches the tier.
  public var leverageCap: Double
  /// The maintenance margin rate of the part of the position in the tier.
  public var maintenanceRate: Double

  /// Creates a row.
  public init(notionalCap: Double?, leverageCap: Double, maintenanceRate: Double) {
    self.notionalCap = notionalCap
    self.leverageCap = leverageCap
    self.maintenanceRate = maintenanceRate
  }
}
