import Exchange
import Quantities
import Statistics

extension World {
  /// D3: one bar, from news to funding.
  func runBar() throws(WorldError) {
    try applyShocks()
    setDepth()
    try ask(.bar)
    let common = commonNews()
    for place in clearingOrder {
      let isHalted = isHalted(place)
      if !isHalted { markets[place].impact.elapse(seconds: clock.barSeconds) }
      let surprise = valueMove(of: place, common: common)
      if markets[place].hasNews { markets[place].newsToday += surprise }
      // What flow has added is known before the news, which the price has not followed yet.
      let news = surprise + reversion(of: place)
      markets[place].fundamentalLog += surprise
      guard isOpen(place), !isHalted else {
        markets[place].gap += news
        if isHalted { try passHalt(place) }
        continue
      }
      let move = news + markets[place].gap
      markets[place].gap = 0
      try clear(place, news: move)
    }
    try settleContracts()
    try revalue()
    try payFundingIfDue()
    for place in markets.indices {
      let log = markets[place].impact.logMid
      markets[place].history.endBar(logPrice: log)
      markets[place].lowLogToday = min(markets[place].lowLogToday, log)
      watchBreakers(place)
    }
  }

  /// Whether a market matches orders in the bar.
  func isOpen(_ place: Int) -> Bool {
    markets[place].plan.hours == .always || clock.isSessionOpen
  }

  // MARK: - Depth

  /// The depth multiplier of each market from volatility and what market makers still offer.
  private func setDepth() {
    guard isOn(.depthWithdrawal) else { return }
    for place in markets.indices where !isHalted(place) {
      let reference = markets[place].plan.dailyVolatility / 24.0.squareRoot()
      let rule = DepthRule(referenceVolatility: reference)
      let multiplier = rule.multiplier(
        capitalRatio: makerCapacity(of: place),
        hourlyVolatility: max(1e-9, markets[place].history.hourlyVariance.squareRoot())
      )
      // Calm markets are not deeper than the reference: the estimate would feed on itself.
      markets[place].impact.depthMultiplier = min(1, multiplier)
    }
  }

  /// What market makers offer, as a share of what they would in calm; 1 where there are none.
  private func makerCapacity(of place: Int) -> Double {
    var capacity = 1.0
    let shocks = activeShocks(.makerWithdrawal).filter {
      $0.market.isEmpty || $0.market == markets[place].plan.name
    }
    if let makers = makersOfMarket[place], !makers.isEmpty {
      let whole = makers.reduce(0) { $0 + $1.share }
      let offered = makers.reduce(0) { sum, maker in
        let left = shocks.reduce(1) {
          $1.target == ledger.name(of: maker.maker) ? $0 * $1.size : $0
        }
        return sum + maker.share * figures[maker.figure.index] * left
      }
      capacity = whole > 0 ? offered / whole : 1
    }
    for shock in shocks where meansWholeMarket(shock) { capacity *= shock.size }
    return min(1, max(0, capacity))
  }

  /// Whether a withdrawal takes depth from everybody: it names nobody, or a market and somebody without depth
  /// of its own.
  private func meansWholeMarket(_ shock: WorldShock) -> Bool {
    guard !shock.target.isEmpty else { return true }
    let isMaker = roster.contains { $0.kind == MarketMaker.kind.id && $0.name == shock.target }
    return !isMaker && !shock.market.isEmpty
  }

  // MARK: - Values

  /// The shared part of the bar's news, standardised.
  private func commonNews() -> Double {
    draw(StreamKey.of("common news"), .commonNews, degreesOfFreedom: 4)
  }

  private func draw(_ key: UInt64, _ purpose: Purpose, degreesOfFreedom: Double) -> Double {
    var stream = stream(key, purpose)
    var mixing = stream.companion
    return StudentTDistribution(degreesOfFreedom: degreesOfFreedom)
      .drawStandardised(mixing: &mixing, using: &stream)
  }

  /// The change of a market's log value in the bar.
  private func valueMove(of place: Int, common: Double) -> Double {
    let shock = newsShock(of: place)
    switch markets[place].source {
    case .par:
      return shock
    case .news(let volatility, let share):
      guard isOn(.news) else { return shock }
      guard markets[place].plan.hours == .always || clock.isBusinessDay else { return shock }
      let own = draw(
        markets[place].streamKey,
        .marketNews,
        degreesOfFreedom: markets[place].plan.newsDegreesOfFreedom
      )
      return shock + volatility * (share.squareRoot() * common + (1 - share).squareRoot() * own)
    case .figure(let figure):
      return shock + follow(place, Libm.log(max(1e-4, figures[figure.index])))
    case .market(let followed):
      return shock + follow(place, markets[followed.index].impact.logMid)
    }
  }

  /// What fundamental holders take back of the distance between the anchor of trades and the value.
  private func reversion(of place: Int) -> Double {
    let halfLife = markets[place].plan.reversionHalfLifeDays
    guard halfLife > 0 else { return 0 }
    let anchor =
      markets[place].impact.logValue + markets[place].impact.permanentImpact + markets[place].gap
    let distance = anchor - markets[place].fundamentalLog
    return -distance * (1 - Libm.pow(0.5, clock.barDays / halfLife))
  }

  private func follow(_ place: Int, _ log: Double) -> Double {
    let move = log - markets[place].followedLog
    markets[place].followedLog = log
    return move
  }

  /// Prices the ledger at the mids.
  private func revalue() throws(WorldError) {
    for place in markets.indices where markets[place].source != .par {
      let price = markets[place].price
      guard ledger.price(of: markets[place].instrument) != price else { continue }
      do throws(LedgerError) {
        try ledger.revalue(markets[place].instrument, to: price)
        for claim in pricedLike[place] ?? [] { try ledger.revalue(claim, to: price) }
      } catch { throw .ledger(error) }
    }
  }
}
