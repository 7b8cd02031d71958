import Glibc
import Quantities
import Scenarios
import Statistics

/// A market made up from a seed, whose liquidations follow a known leverage mixture or nothing at all.
struct SyntheticMarket {
  /// What the reports follow.
  enum Reports {
    /// The map of a known mixture, with noise.
    case map
    /// Noise alone.
    case noise
  }

  let market: LeverageMarket
  let mixture: LeverageMixture

  static let start = Instant(startOf: Day(daysSince1970: 18_500))

  /// - Parameters:
  ///   - days: Length of the history.
  ///   - seed: Of prices, volumes, mixture and noise.
  ///   - reports: What the reports follow.
  ///   - levelAfterBreak: What is reported after 27 April 2021 over what was liquidated.
  init(days: Int, seed: UInt64, reports: Reports = .map, levelAfterBreak: Double = 0.05) {
    var stream = Stream(seed: seed, run: 0, purpose: Purpose(room: 99, index: 1))
    let hours = SyntheticMarket.hours(days * 24, &stream)
    var stock = 100_000.0
    var funding = 0.0
    var stocks: [DatedValue] = []
    var rates: [DatedValue] = []
    for day in 0..<days {
      let time = SyntheticMarket.start + .days(Int64(day))
      stock *= exp(0.03 * stream.nextNormal())
      funding = 0.9 * funding + 0.02 * stream.nextNormal()
      stocks.append(DatedValue(time: time, knowableAt: time + .days(1), value: stock))
      rates.append(DatedValue(time: time, knowableAt: time + .days(1), value: funding))
    }
    let rules = LeverageMapRules()
    mixture = LeverageMixture(
      shares: rules.priorShares.map { $0 * exp(rules.priorLogSpread * stream.nextNormal()) },
      fundingTilt: 0.15
    )
    let silent = LeverageMarket(
      symbol: "BTC",
      hours: hours,
      openInterest: stocks,
      funding: rates,
      daily: []
    )
    var walk = MapWalk(silent, rules: rules)
    var daily: [ReportedLiquidations] = []
    for day in stride(from: 30, to: days, by: 1) {
      let time = SyntheticMarket.start + .days(Int64(day))
      guard let bar = walk.bar(at: time, length: .days(1)) else { continue }
      let isLate = time >= ReportedLiquidations.censoringStart
      let level = isLate ? levelAfterBreak : 0.5
      let predicted = reports == .map ? bar.predicted(mixture) : (long: 1e8, short: 1e8)
      let spread = reports == .map ? 0.5 : 1.5
      daily.append(
        ReportedLiquidations(
          start: time,
          knowableAt: time + .days(1),
          long: level * predicted.long * exp(spread * stream.nextNormal()),
          short: level * predicted.short * exp(spread * stream.nextNormal()),
          regime: isLate ? 2 : 1
        )
      )
    }
    market = LeverageMarket(
      symbol: "BTC",
      hours: hours,
      openInterest: stocks,
      funding: rates,
      daily: daily
    )
  }

  /// Hours of a price whose volatility comes and goes, and of a volume that goes with it.
  private static func hours(_ count: Int, _ stream: inout Stream) -> [MarketHour] {
    var price = 20_000.0
    var logVolatility = 0.0
    return (0..<count).map { hour in
      logVolatility = 0.99 * logVolatility + 0.08 * stream.nextNormal()
      let volatility = 0.006 * exp(logVolatility)
      let open = price
      price *= exp(volatility * stream.nextNormal())
      let time = start + .hours(Int64(hour))
      return MarketHour(
        start: time,
        knowableAt: time + .hours(1),
        open: open,
        high: max(open, price) * exp(0.5 * volatility * abs(stream.nextNormal())),
        low: min(open, price) * exp(-0.5 * volatility * abs(stream.nextNormal())),
        close: price,
        volume: 4_000 * exp(logVolatility + 0.5 * stream.nextNormal())
      )
    }
  }
}
