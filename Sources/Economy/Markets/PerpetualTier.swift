public import Quantities

/// A row of a venue's tier table: what it asks of a position, by its notional or by its leverage.
///
/// With a ``notionalCap`` the tier holds the part of an account's position between the tier before and the
/// cap, and the whole position may have at most the leverage of the tier that it reaches. In a table without caps
/// the leverage alone says the tier: of those that allow it, the one that allows least.
public struct PerpetualTier: Hashable, Sendable {
  /// m, the maintenance margin over the notional of the part in the tier.
  public let maintenanceRate: Rate
  /// The largest leverage in the tier.
  public let leverageMax: Double
  /// The largest notional of one account in the tier, quote minor units, or nil for no cap.
  public let notionalCap: Amount?

  /// Creates a tier.
  ///
  /// - Parameters:
  ///   - maintenanceRate: Above zero and below 1/`leverageMax`: nobody is born past his trigger.
  ///   - leverageMax: At least 1.
  ///   - notionalCap: Positive quote minor units, or nil for no cap.
  public init(maintenanceRate: Rate, leverageMax: Double, notionalCap: Amount? = nil) {
    precondition(leverageMax >= 1, "a leverage is at least 1: \(leverageMax)")
    precondition(
      maintenanceRate > .zero && maintenanceRate.fraction * leverageMax < 1,
      "a maintenance rate lies in 0 ..< 1/\(leverageMax): \(maintenanceRate.fraction)"
    )
    if let notionalCap {
      precondition(notionalCap > .zero, "a cap is positive: \(notionalCap.units)")
    }
    self.maintenanceRate = maintenanceRate
    self.leverageMax = leverageMax
    self.notionalCap = notionalCap
  }
}
