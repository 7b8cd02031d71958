public import Quantities

/// What the leverage map of one coin rests on, with both clocks of every number.
public struct LeverageMarket: Sendable {
  /// The coin's ticker.
  public let symbol: String
  /// Hourly bars in order of time.
  public let hours: [MarketHour]
  /// Open interest in coins at the end of each day, in order of time.
  public let openInterest: [DatedValue]
  /// Funding, percent per eight hours, in order of time.
  public let funding: [DatedValue]
  /// Traded value by day on the venues that report it, US dollars, in order of time.
  public let dailyVolume: [DatedValue]
  /// Reported liquidations by day, in order of time.
  public let daily: [ReportedLiquidations]
  /// Reported liquidations by four hours, in order of time.
  public let fourHourly: [ReportedLiquidations]
  /// Open interest in coins at the end of every four hours, in order of time; for the score only.
  public let fourHourlyOpenInterest: [DatedValue]
  /// The series that were read, by name.
  public let sources: [String]

  /// Creates a market.
  public init(
    symbol: String,
    hours: [MarketHour],
    openInterest: [DatedValue],
    funding: [DatedValue] = [],
    dailyVolume: [DatedValue] = [],
    daily: [ReportedLiquidations],
    fourHourly: [ReportedLiquidations] = [],
    fourHourlyOpenInterest: [DatedValue] = [],
    sources: [String] = []
  ) {
    self.symbol = symbol
    self.hours = hours
    self.openInterest = openInterest
    self.funding = funding
    self.dailyVolume = dailyVolume
    self.daily = daily
    self.fourHourly = fourHourly
    self.fourHourlyOpenInterest = fourHourlyOpenInterest
    self.sources = sources
  }

  /// The market without anything that became known after an instant.
  public func knowable(at instant: Instant) -> LeverageMarket {
    LeverageMarket(
      symbol: symbol,
      hours: hours.filter { $0.knowableAt <= instant },
      openInterest: openInterest.filter { $0.knowableAt <= instant },
      funding: funding.filter { $0.knowableAt <= instant },
      dailyVolume: dailyVolume.filter { $0.knowableAt <= instant },
      daily: daily.filter { $0.knowableAt <= instant },
      fourHourly: fourHourly.filter { $0.knowableAt <= instant },
      fourHourlyOpenInterest: fourHourlyOpenInterest.filter { $0.knowableAt <= instant },
      sources: sources
    )
  }

  /// The index of the first hour at or after an instant.
  package func hourIndex(atOrAfter instant: Instant) -> Int {
    var low = 0
    var high = hours.count
    while low < high {
      let middle = (low + high) / 2
      if hours[middle].start < instant { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
