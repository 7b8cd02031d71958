public import Quantities

/// The maintenance margin that a venue asks of positions up to a leverage.
///
/// A lot stands for many accounts, so its own notional says nothing about the tier they are in; the
/// leverage does, because venues let large positions have little of it.
public struct PerpetualTier: Hashable, Sendable {
  /// m, the maintenance margin over the notional.
  public let maintenanceRate: Rate
  /// The largest leverage in the tier.
  public let leverageMax: Double

  /// Creates a tier.
  ///
  /// - Parameters:
  ///   - maintenanceRate: Above zero and below 1/`leverageMax`: nobody is born past his trigger.
  ///   - leverageMax: At least 1.
  public init(maintenanceRate: Rate, leverageMax: Double) {
    precondition(leverageMax >= 1, "a leverage is at least 1: \(leverageMax)")
    precondition(
      maintenanceRate > .zero && maintenanceRate.fraction * leverageMax < 1,
      "a maintenance rate lies in 0 ..< 1/\(leverageMax): \(maintenanceRate.fraction)"
    )
    self.maintenanceRate = maintenanceRate
    self.leverageMax = leverageMax
  }
}
