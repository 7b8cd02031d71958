import Exchange
import Quantities
import Statistics

extension ParticipantView {
  /// The instrument that a market trades.
  public func instrument(_ market: MarketID) -> InstrumentID {
    world.markets[market.index].instrument
  }

  /// The mid, dollars per unit.
  public func price(_ market: MarketID) -> Double { world.markets[market.index].dollars }

  /// The value that the market's trades are anchored to, dollars per unit: price without impact.
  public func value(_ market: MarketID) -> Double {
    Libm.exp(world.markets[market.index].impact.logValue)
  }

  /// What an oracle says the price is: the mid, unless a shock of the scenario falsifies it.
  public func oraclePrice(_ market: MarketID) -> Double {
    let name = world.markets[market.index].plan.name
    return world.activeShocks(.oracleFault).reduce(price(market)) { price, shock in
      shock.market == name ? price * (1 + shock.size) : price
    }
  }

  /// V_D, dollars a day.
  public func dailyVolume(_ market: MarketID) -> Double {
    world.markets[market.index].plan.dailyVolume
  }

  /// σ̂, the volatility of a day's return as estimated at yesterday's close, a fraction.
  public func dailyVolatility(_ market: MarketID) -> Double {
    world.markets[market.index].history.dailyVariance.squareRoot()
  }

  /// σ̂_1h, the volatility of an hour's return as of the last bar, a fraction.
  public func hourlyVolatility(_ market: MarketID) -> Double {
    world.markets[market.index].history.hourlyVariance.squareRoot()
  }

  /// The reference: the daily volatility that the market was laid out for.
  public func referenceVolatility(_ market: MarketID) -> Double {
    world.markets[market.index].plan.dailyVolatility
  }

  /// The log return from a close so many days ago to yesterday's.
  public func logReturn(_ market: MarketID, days: Int) -> Double {
    world.markets[market.index].history.logReturn(days: days)
  }

  /// The log return since yesterday's close.
  public func logReturnToday(_ market: MarketID) -> Double {
    let last = world.markets[market.index].history.closes.count - 1
    return world.markets[market.index].impact.logMid
      - world.markets[market.index].history.closes[last]
  }

  /// Annualised realised volatility of so many days; nil before two are known.
  public func realisedVolatility(_ market: MarketID, days: Int) -> Double? {
    world.markets[market.index].history.realisedVolatility(days: days)
  }

  /// The highest close of the quarter, dollars.
  public func quarterHigh(_ market: MarketID) -> Double {
    Libm.exp(world.markets[market.index].history.quarterHigh)
  }

  /// The correlation of the returns of two markets over so many business days; nil before ten.
  ///
  /// Both are sampled at 16:00 New York (`model.md` §0.4).
  public func correlation(_ first: MarketID, _ second: MarketID, days: Int) -> Double? {
    let a = world.markets[first.index].history.equityCloses.suffix(days + 1).map(\.log)
    let b = world.markets[second.index].history.equityCloses.suffix(days + 1).map(\.log)
    guard a.count > 10, a.count == b.count else { return nil }
    return try? Correlation.pearson(moves(of: Array(a)), moves(of: Array(b)))
  }

  private func moves(of logs: [Double]) -> [Double] {
    zip(logs.dropFirst(), logs).map { $0 - $1 }
  }

  /// Signed dollars of takers in the market today so far.
  public func flowToday(_ market: MarketID) -> Double { world.markets[market.index].flowToday }

  // MARK: - Contracts

  /// Dollars of one side of a market's perpetual contract.
  public func openInterest(_ market: MarketID) -> Double {
    guard let contract = world.markets[market.index].perpetual else { return 0 }
    return world.perpetuals[contract].market.openInterestValue(
      at: world.markets[market.index].price
    )
  }

  /// The premium of the perpetual contract over the index, a fraction.
  public func premium(_ market: MarketID) -> Double {
    guard let contract = world.markets[market.index].perpetual else { return 0 }
    return world.perpetuals[contract].premium.premium
  }

  /// The annualised mean of the funding rates of so many days; zero before the first.
  public func fundingAnnual(_ market: MarketID, days: Int) -> Double {
    guard let contract = world.markets[market.index].perpetual else { return 0 }
    let perDay = min(3, world.clock.barsPerDay)
    let rates = world.perpetuals[contract].fundingRates.suffix(days * perDay)
    guard !rates.isEmpty else { return 0 }
    return rates.reduce(0, +) / Double(rates.count) * 3 * 365
  }

  /// The annualised basis of the dated future, mean of so many days; today's before the first.
  public func basis(_ market: MarketID, days: Int = 1) -> Double {
    guard let future = world.futures.first(where: { $0.spot == market.index }) else { return 0 }
    let recent = future.basisHistory.suffix(days)
    guard !recent.isEmpty else { return future.basis.annualised }
    return recent.reduce(0, +) / Double(recent.count)
  }
}
