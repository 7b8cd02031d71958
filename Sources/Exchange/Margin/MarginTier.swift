public import Quantities

/// One tier of a ``TierTable``: it holds the notionals with `floor < N <= cap`.
public struct MarginTier: Hashable, Sendable {
  /// The notional above which the tier starts; zero belongs to the first tier.
  public let floor: Amount
  /// The largest notional of the tier; the largest amount there is for a tier without a cap.
  public let cap: Amount
  /// The maintenance margin rate `m` of the tier.
  public let maintenanceRate: Fraction
  /// The largest leverage of the tier.
  public let maxLeverage: Fraction
  /// The deduction `A` times the table's ``TierTable/rateUnit``.
  let deductionNumerator: Int128
  /// The maintenance rate times the table's ``TierTable/rateUnit``.
  let rateNumerator: Int128

  /// Whether the tier holds a notional.
  public func contains(_ notional: Amount) -> Bool {
    notional <= cap && (notional > floor || (notional == .zero && floor == .zero))
  }
}
