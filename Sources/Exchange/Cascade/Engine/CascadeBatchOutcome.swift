/// What a step with several orders did.
public struct CascadeBatchOutcome: Hashable, Sendable {
  /// The whole step, liquidations included; its log mid before is that before the news.
  public let cascade: CascadeOutcome
  /// The log mid after the news, before the first order.
  public let logMidBeforeOrders: Double
  /// The log mid after the last order, before the first liquidation.
  public let logMidAfterOrders: Double
  /// The nodes of the step in the forest: every tree that begins here also ends here.
  public let nodeRange: Range<Int>

  /// The forced trades of the step in ``CausalForest/trades``.
  public var tradeRange: Range<Int> { cascade.tradeRange }
  /// The move of the log mid by all orders together.
  public var orderMove: Double { logMidAfterOrders - logMidBeforeOrders }
  /// The move of the log mid by the liquidations.
  public var forcedMove: Double { cascade.logMidAfter - logMidAfterOrders }
}
