extension ParticipantView {
  /// The name of a market.
  public func name(of market: MarketID) -> String { world.markets[market.index].plan.name }
}
