import Exchange
import Quantities
import Statistics

extension ParticipantView {
  /// Whether a market matches orders in the bar; orders for a closed one wait for its opening.
  public func isOpen(_ market: MarketID) -> Bool { world.isOpen(market.index) }

  /// What a market would open at: the mid with the news of its closed hours, dollars per unit.
  public func indicativePrice(_ market: MarketID) -> Double {
    price(market) * Libm.exp(world.markets[market.index].gap)
  }

  /// The number of bars in which a market is open on a business day.
  public func barsOfSession(_ market: MarketID) -> Int {
    let clock = world.clock
    guard world.markets[market.index].plan.hours == .newYork, clock.barsPerDay >= 24 else {
      return clock.barsPerDay
    }
    return Int(6.5 * 3600 / clock.barSeconds)
  }

  /// The market whose price a market follows; itself if it follows none.
  public func followed(_ market: MarketID) -> MarketID {
    guard case .market(let followed) = world.markets[market.index].source else { return market }
    return followed
  }

  /// How far a market order of signed dollars would move a market's log price: the book is public.
  public func move(_ market: MarketID, by dollars: Double) -> Double {
    let impact = world.markets[market.index].impact
    return impact.logMid(after: dollars) - impact.logMid
  }

  /// Its position in a dated future in signed coins.
  public func futureCoins(_ market: MarketID) -> Double {
    guard let future = world.futures.first(where: { $0.spot == market.index }) else { return 0 }
    return Double(holding(future.instrument).units) / world.markets[market.index].unitsPerOne
  }
}
