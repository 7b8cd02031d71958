import Quantities

/// The series that several indicators of crypto markets read, each with the way to get it.
enum CryptoSeries {
  /// Daily closes of bitcoin at 00:00 UTC, Binance spot, since August 2017.
  static let bitcoinClose = "coinbase_premium_1d/BTC/global_close_usd"
  /// Daily closes of ether at 00:00 UTC, Binance spot, since August 2017.
  static let etherClose = "coinbase_premium_1d/ETH/global_close_usd"
  /// Hourly closes of bitcoin, Binance spot, since January 2018.
  static let bitcoinHourly = "binance_spot_btcusdt_1h/close"
  /// Open interest of bitcoin futures over the venues that CoinGlass tracks.
  static let openInterest = "coinglass_open_interest_1d/BTC/oi_total_usd"
  /// The coins whose liquidations the aggregate of three venues covers.
  static let liquidatedCoins = ["ADA", "BNB", "BTC", "DOGE", "ETH", "SOL", "XRP"]

  /// How to get a data set of the catalogue.
  static func remedy(_ dataset: String) -> String {
    "clino data import the catalogued folder (\(dataset))"
  }
}

extension ReadingDraft {
  /// The daily values of a series of the catalogue, named as missing with its remedy if absent.
  mutating func catalogued(_ name: String) throws(StoreError) -> DailyValues {
    try values(name, remedy: CryptoSeries.remedy(SeriesID(name).dataset))
  }

  /// The daily values of whichever series reaches furthest; the earlier in the list wins ties.
  mutating func newest(of names: [String]) throws(StoreError) -> (name: String, values: DailyValues)
  {
    guard let series = try view.newest(of: names.map { SeriesID($0) }) else {
      missing(names[0], remedy: CryptoSeries.remedy(SeriesID(names[0]).dataset))
      return (names[0], DailyValues())
    }
    return (series.id.name, try values(series.id.name))
  }

  /// Says which long stretches of a daily series are absent, and whether the source says why.
  mutating func remarkOnHoles(_ values: DailyValues, of name: String, since first: Int = Int.min) {
    let holes = values.holes(longerThan: 20).filter { $0.last >= first }
    guard !holes.isEmpty else { return }
    let spans = holes.map {
      "\(Day(daysSince1970: $0.first)) through \(Day(daysSince1970: $0.last))"
    }
    let notes = reading.sources.first { $0.description.id.name == name }?.description.notes ?? ""
    let reason =
      notes.contains("deliberate") ? "held-out windows, cut out on purpose" : "not in the source"
    remark("\(name): no values from \(spans.joined(separator: " and from ")) (\(reason))")
  }

  /// Sets the headline of a history with a value for every calendar day.
  mutating func headline(everyDay history: DailyValues, interval: IndicatorInterval?) {
    guard let first = history.days.first, let last = history.days.last else { return }
    headline(history, interval: interval, expectedCount: last - first + 1)
  }
}
