import Quantities

extension ParticipantView {
  /// One side of a market's dated future in coins: open interest is public.
  public func futureInterest(_ market: MarketID) -> Double {
    guard let future = world.futures.first(where: { $0.spot == market.index }) else { return 0 }
    let longs = world.ledger.holdings(in: future.instrument).reduce(0.0) {
      $0 + Double(max(0, $1.quantity.units))
    }
    return longs / world.markets[market.index].unitsPerOne
  }

  /// Its debt of margin calls that it could not pay, with what is owed in dollars; nil without one.
  public var unpaidMargin: (claim: InstrumentID, dollars: Double)? {
    guard let claim = world.unsecuredDebts[account] else { return nil }
    let owed = outstanding(claim)
    return owed > 0 ? (claim, owed) : nil
  }
}
