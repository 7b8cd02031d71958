public import Exchange

extension PerpetualMarket {
  /// Lets news and a bar's orders hit the market and liquidates until nothing more falls.
  ///
  /// The orders are settled elsewhere: voluntary trades of this contract through
  /// ``open(owner:side:notional:leverage:at:)`` and its like, spot trades in the ledger.
  ///
  /// - Parameters:
  ///   - newsLogReturn: The change of the log value that needs no trade; finite.
  ///   - orders: In the order of their execution; their labels are found again in ``forest``.
  ///   - market: Where everything is cleared; its mid is the mark.
  /// - Returns: What happened.
  /// - Complexity: O(orders), and O(log lots) per liquidation.
  public mutating func clear(
    newsLogReturn: Double,
    orders: [CascadeOrder],
    in market: inout SquareRootImpact
  ) -> CascadeBatchOutcome {
    engine.step(newsLogReturn: newsLogReturn, orders: orders, in: &market)
  }

  /// The same in any market, at a higher cost per call.
  public mutating func clear<Market: Liquidity & ~Copyable>(
    newsLogReturn: Double,
    orders: [CascadeOrder],
    in market: inout Market
  ) -> CascadeBatchOutcome {
    engine.step(newsLogReturn: newsLogReturn, orders: orders, in: &market)
  }
}
