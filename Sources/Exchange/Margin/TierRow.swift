public import Quantities

/// One row of a venue's tier table as published: cap, maintenance rate, leverage.
public struct TierRow: Hashable, Sendable {
  /// The largest notional of the tier, or nil for a last tier without a cap.
  public let cap: Amount?
  /// The maintenance margin rate on the part of the notional inside the tier.
  public let maintenanceRate: Fraction
  /// The largest leverage a position of this tier may open with.
  public let maxLeverage: Fraction

  /// Creates a row.
  ///
  /// - Parameters:
  ///   - cap: Settlement units, or nil for no cap.
  ///   - maintenanceRate: Above zero and below one.
  ///   - maxLeverage: Positive.
  public init(cap: Amount?, maintenanceRate: Fraction, maxLeverage: Fraction) {
    self.cap = cap
    self.maintenanceRate = maintenanceRate
    self.maxLeverage = maxLeverage
  }

  /// Creates a row whose maintenance rate is half the initial one: `m = 1/(2 L)` [HL-tier].
  public init(cap: Amount?, maxLeverage: Fraction) throws(MarginError) {
    let rate = try maxLeverage.multiplied(by: Fraction(2)).reciprocal
    self.init(cap: cap, maintenanceRate: rate, maxLeverage: maxLeverage)
  }
}
