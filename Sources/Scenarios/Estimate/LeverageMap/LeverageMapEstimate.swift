public import Quantities
import Statistics

/// The leverage map of a date: what the price would force at each level, as known then.
public struct LeverageMapEstimate: Sendable {
  /// The coin's ticker.
  public let symbol: String
  /// The date.
  public let asOf: Instant
  /// The last price known, US dollars, and the end of its hour.
  public let price: Double
  /// The end of the last hour known.
  public let priceAt: Instant
  /// Open interest known, US dollars at that price.
  public let openInterest: Double
  /// The start of the period that the open interest describes.
  public let openInterestAt: Instant
  /// Mean traded value of a day in the thirty days before, US dollars.
  public let dailyVolume: Double
  /// Standard deviation of daily log returns in the thirty days before.
  public let dailyVolatility: Double
  /// The most probable mixture.
  public let mixture: LeverageMixture
  /// The share of each leverage over both books, most probable and its 90 % range over draws.
  public let shareByLeverage: [Band]
  /// The number of bars whose reports the mixture was inferred from; 0 means it is the prior.
  public let fittedBarCount: Int
  /// From the lowest price to the highest.
  public let levels: [LeverageMapLevel]
  /// The sale at once that sets off a cascade; nil if most draws have none.
  public let criticalSale: Band?
  /// The share of draws in which some sale sets off a cascade.
  public let cascadeShare: Double
  /// The number of draws whose map can have stood at the price.
  public let standingCount: Int
  /// The number of draws.
  public let drawCount: Int
  /// The fixed choices.
  public let rules: LeverageMapRules

  /// What is older than it should be at the date, in words; empty if nothing is.
  ///
  /// The limit is five days: a map of old open interest is a map of another market.
  public var staleness: [String] {
    let inputs = [("price", priceAt), ("open interest", openInterestAt + .days(1))]
    return inputs.compactMap { name, end in
      let days = Int((asOf - end).inSeconds / 86_400)
      return days > 5 ? "\(name) is \(days) days old" : nil
    }
  }

  /// Fewer bars than this leave the mixture at its prior.
  static let fitCountMin = 120

  /// Estimates the map of a market that holds only what was knowable at a date.
  ///
  /// - Parameters:
  ///   - market: The market; what became knowable after `asOf` is not used.
  ///   - asOf: The date.
  ///   - rules: The fixed choices.
  ///   - draws: Draws of the posterior and of what is assumed.
  ///   - seed: The master seed.
  /// - Throws: ``ScenarioError/missing(what:remedy:)`` if neither price nor open interest was known.
  public init(
    _ market: LeverageMarket,
    asOf: Instant,
    rules: LeverageMapRules = LeverageMapRules(),
    draws: Int = 200,
    seed: UInt64 = 1
  ) throws(ScenarioError) {
    precondition(draws > 0, "a map needs draws")
    let market = market.knowable(at: asOf)
    var walk = MapWalk(market, rules: rules)
    var pairs: [(bar: MappedBar, report: ReportedLiquidations)] = []
    for report in market.daily {
      if let bar = walk.bar(at: report.start, length: .days(1)) { pairs.append((bar, report)) }
    }
    walk.advance(to: asOf)
    guard let cohorts = walk.cohorts, let last = market.hours.last,
      let open = walk.knownOpenInterest, let openAt = market.openInterest.last
    else {
      throw .missing(
        what: "prices and open interest of \(market.symbol) before \(asOf)",
        remedy: "give a later date, or import earlier data"
      )
    }
    let inference = MixtureInference(pairs, rules: rules)
    let isFitted = inference.count >= LeverageMapEstimate.fitCountMin
    let best = isFitted ? inference.fit() : LeverageMixture(prior: rules)
    let activity = RecentActivity(market, until: last)
    let drawn = LeverageMapDraws(
      best: best,
      inference: isFitted ? inference : nil,
      rules: rules,
      funding: walk.knownFunding,
      openInterest: open * last.close,
      activity: activity,
      longs: LevelShares(
        cohorts.longs,
        of: cohorts,
        rules: rules,
        price: last.close,
        direction: -1
      ),
      shorts: LevelShares(
        cohorts.shorts,
        of: cohorts,
        rules: rules,
        price: last.close,
        direction: 1
      ),
      draws: draws,
      seed: seed
    )
    symbol = market.symbol
    self.asOf = asOf
    price = last.close
    priceAt = last.start + .hours(1)
    openInterest = open * last.close
    openInterestAt = openAt.time
    dailyVolume = activity.dailyVolume
    dailyVolatility = activity.dailyVolatility
    mixture = best
    shareByLeverage = drawn.shareByLeverage
    fittedBarCount = isFitted ? inference.count : 0
    levels = drawn.levels(price: last.close)
    criticalSale = drawn.criticalSale
    cascadeShare = drawn.cascadeShare
    standingCount = drawn.standingCount
    drawCount = draws
    self.rules = rules
  }
}
