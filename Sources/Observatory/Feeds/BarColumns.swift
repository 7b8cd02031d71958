/// The columns that bars of all venues share.
enum BarColumns {
  /// The names of open, high, low and close, in the order in which venues list them.
  static func priceNames(_ prefix: String = "") -> [String] {
    ["open", "high", "low", "close"].map { prefix + $0 }
  }

  /// Open, high, low and close, in the quote currency unless another unit is named.
  static func prices(
    _ prefix: String = "",
    of what: String = "trades",
    unit: String = "quote currency"
  ) -> [FeedColumn] {
    ["open", "high", "low", "close"].map {
      FeedColumn("\(prefix)\($0)", unit: unit, "\($0.capitalized) of the bar, \(what).")
    }
  }

  /// Volume in the base currency.
  static let volume = FeedColumn("volume", unit: "base currency", "Volume of the bar.")
  /// Volume in the quote currency.
  static let quoteVolume = FeedColumn(
    "quote_volume",
    unit: "quote currency",
    "Turnover of the bar."
  )
}

extension String {
  /// The word with its first letter in upper case.
  fileprivate var capitalized: String { prefix(1).uppercased() + dropFirst() }
}
