extension CascadeEngine {
  /// Lets news and then one order after another hit the market, and liquidates at the end.
  ///
  /// For a market whose flow is netted outside before anybody is liquidated. Each order is a root of
  /// its own with its label, so a liquidation descends from the very order that carried the mark
  /// across its trigger: ``CausalForest/rootLabel(of:)``.
  ///
  ///     let outcome = engine.step(newsLogReturn: 0, orders: orders, in: &market)
  ///     for trade in engine.forest.trades[outcome.tradeRange] { … }
  ///
  /// With one order the price takes the same path as in ``step(_:in:)``; contracts and cash of the
  /// orders are not booked.
  ///
  /// - Parameters:
  ///   - newsLogReturn: The change of the log value that needs no trade; finite.
  ///   - orders: In the order of their execution.
  ///   - market: Where they and the forced orders are cleared; its mid is the mark.
  /// - Returns: What happened.
  /// - Complexity: O(orders), and O(log n) per liquidation.
  public mutating func step<Market: Liquidity & ~Copyable>(
    newsLogReturn: Double,
    orders: [CascadeOrder],
    in market: inout Market
  ) -> CascadeBatchOutcome {
    runBatch(newsLogReturn, orders, in: &market)
  }

  /// The batch in a square-root market; see the generic ``step(newsLogReturn:orders:in:)``.
  public mutating func step(
    newsLogReturn: Double,
    orders: [CascadeOrder],
    in market: inout SquareRootImpact
  ) -> CascadeBatchOutcome {
    runBatch(newsLogReturn, orders, in: &market)
  }

  /// Forgets the forest, so that the next step begins with node zero and trade zero.
  ///
  /// Positions, accounts and the memory of the forest stay.
  public mutating func startForest() {
    forest.removeAll()
  }

  private mutating func runBatch<Market: Liquidity & ~Copyable>(
    _ newsLogReturn: Double,
    _ orders: [CascadeOrder],
    in market: inout Market
  ) -> CascadeBatchOutcome {
    precondition(newsLogReturn.isFinite, "news must be finite: \(newsLogReturn)")
    let firstNode = forest.nodes.count
    var outcome = begin(in: market)
    if newsLogReturn != 0 {
      market.moveValue(by: newsLogReturn)
      let root = forest.addRoot(.news, logMove: newsLogReturn)
      recordMark(market, node: root)
    }
    let before = market.logMid
    for order in orders {
      let move = order.volume == 0 ? 0 : market.clear(order.volume).impact
      let root = forest.addRoot(.exogenousOrder, logMove: move, label: order.label)
      recordMark(market, node: root)
    }
    let after = market.logMid
    liquidateTriggered(in: &market, &outcome)
    finish(&outcome, market)
    return CascadeBatchOutcome(
      cascade: outcome,
      logMidBeforeOrders: before,
      logMidAfterOrders: after,
      nodeRange: firstNode..<forest.nodes.count
    )
  }
}
