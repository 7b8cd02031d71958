import Quantities
import Statistics

/// A fund as its arbitrageur sees it: the share market, the window, and what is public of its coins.
struct ArbitragedFund: Sendable {
  let market: MarketID
  let shares: InstrumentID
  let window: FacilityID
  let coinsPerShare: FigureID
  /// The shares that the arbitrageur returns to.
  let targetShares: Double
  /// Shares to create (negative) or redeem that were settled for a day later.
  var dueShares = 0.0

  /// Finds the fund whose shares trade in a market.
  init(
    _ market: MarketID,
    of coin: InstrumentID,
    _ setup: inout WorldSetup
  ) throws(WorldError) {
    self.market = market
    let name = setup.marketPlans[market.index].name
    shares = try setup.instrument(named: name)
    guard case .claim(let issuer) = setup.ledger.description(of: shares).form else {
      throw setup.invalid("funds", name, "the shares of a fund", [])
    }
    window = try setup.facility(claim: shares, asset: coin)
    coinsPerShare = setup.figure(
      named: setup.ledger.name(of: issuer) + " coins per share"
    )
    targetShares = setup.units(of: shares)
  }

  /// P/NAV − 1, the premium of the shares over their coins; before the opening, of the indicative price.
  func premium(_ view: ParticipantView, coin: MarketID) -> Double {
    let value = view.figure(coinsPerShare) * view.price(coin)
    return value > 0 ? view.indicativePrice(market) / value - 1 : 0
  }

  /// The dollars of both legs that bring a premium down to a cost, at most so many.
  ///
  /// Selling what is dear and buying what is cheap move the premium by both books' impact, which is concave:
  /// the slope at the touch would overshoot.
  func volume(
    closing premium: Double,
    to cost: Double,
    atMost most: Double,
    _ view: ParticipantView,
    coin: MarketID
  ) -> Double {
    let side: Double = premium > 0 ? 1 : -1
    let excess = abs(Libm.log(1 + premium)) - cost
    func closed(_ dollars: Double) -> Double {
      side * (view.move(coin, by: side * dollars) - view.move(market, by: -side * dollars))
    }
    guard most > 0, excess > 0, closed(most) > excess else { return max(0, most) }
    var low = 0.0
    var high = most
    for _ in 0..<30 {
      let middle = 0.5 * (low + high)
      if closed(middle) > excess { high = middle } else { low = middle }
    }
    return low
  }

  /// Shares held beyond the target.
  func excess(_ view: ParticipantView) -> Double { view.units(shares) - targetShares }
}
