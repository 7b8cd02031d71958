public import Quantities

/// What one step did.
public struct CascadeOutcome: Hashable, Sendable {
  /// The log mid before the shock.
  public var logMidBefore: Double
  /// The log mid when nothing more fell.
  public var logMidAfter: Double
  /// The longs liquidated.
  public var longLiquidationCount = 0
  /// The shorts liquidated.
  public var shortLiquidationCount = 0
  /// The value of liquidated longs, sold in the market or deleveraged, quote minor units.
  public var longLiquidatedNotional: Amount = .zero
  /// The value of liquidated shorts, bought in the market or deleveraged, quote minor units.
  public var shortLiquidatedNotional: Amount = .zero
  /// The signed volume that forced orders sent to the market, quote currency.
  public var forcedVolume: Double = 0
  /// The number of closings by auto-deleveraging.
  public var autoDeleveragingCount = 0
  /// Their value at the bankruptcy prices, quote minor units.
  public var autoDeleveragedNotional: Amount = .zero
  /// The change of the insurance fund, quote minor units.
  public var insuranceFundChange: Amount = .zero
  /// What was taken back from realised profits, quote minor units.
  public var socialisedLoss: Amount = .zero
  /// What nobody bore, quote minor units.
  public var deficit: Amount = .zero
  /// Losses beyond the margins of liquidated accounts, whoever bore them, quote minor units.
  public var badDebt: Amount = .zero
  /// The forced trades of the step in ``CausalForest/trades``.
  public var tradeRange: Range<Int> = 0..<0

  init(logMid: Double) {
    logMidBefore = logMid
    logMidAfter = logMid
  }

  /// All positions liquidated.
  public var liquidationCount: Int { longLiquidationCount + shortLiquidationCount }
  /// The value of all liquidated positions, quote minor units.
  public var liquidatedNotional: Amount { longLiquidatedNotional + shortLiquidatedNotional }
}
