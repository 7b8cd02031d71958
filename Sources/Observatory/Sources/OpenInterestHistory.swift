/// The open interest of one coin at the close of one day; nil where the source published nothing.
public struct OpenInterestReading: Hashable, Sendable {
  /// Midnight that starts the day, microseconds since 1970; the reading is of the day's close.
  public let time: Int64
  /// The coin, for example `BTC`.
  public let symbol: String
  /// All contracts, USD.
  public let totalUSD: ExactDecimal?
  /// Coin-margined contracts, USD.
  public let coinMarginedUSD: ExactDecimal?
  /// Stablecoin-margined contracts, coins.
  public let stableMarginedCoins: ExactDecimal?
}

/// Daily open interest of one or more coins.
///
/// Venues join a provider's list over time, so part of a rise is coverage; the two formats read
/// here cover different venues and are not to be joined without care.
public struct OpenInterestHistory: Hashable, Sendable {
  /// Where the readings came from.
  public let provenance: SourceProvenance
  /// Every reading, in the order of the file; each coin's days rise strictly.
  public let readings: [OpenInterestReading]
  /// The coins, sorted.
  public let symbols: [String]

  /// The readings of one coin, in order of time.
  public func readings(of symbol: String) -> [OpenInterestReading] {
    readings.filter { $0.symbol == symbol }
  }

  /// The last reading of a coin whose day is at or before a time.
  ///
  /// - Parameters:
  ///   - symbol: The coin.
  ///   - time: Microseconds since 1970.
  /// - Returns: The reading, or nil if the coin has none so early.
  /// - Complexity: O(readings).
  public func reading(of symbol: String, atOrBefore time: Int64) -> OpenInterestReading? {
    readings.last { $0.symbol == symbol && $0.time <= time }
  }

  /// Reads a file of daily open interest, plain or gzip.
  ///
  /// Columns: `date`, then either `oi_usd` (one coin, named by the caller) or `symbol`,
  /// `oi_total_usd`, `oi_coin_margined_usd`, `oi_stable_margined_coins`. An empty field means not
  /// published.
  ///
  /// - Parameters:
  ///   - source: The file.
  ///   - symbol: The coin of a file without a symbol column.
  /// - Throws: ``SourceError``.
  /// - Complexity: O(bytes).
  public init(_ source: SourceFile, symbol: String = "BTC") throws(SourceError) {
    var table = try SourceTable(source)
    let date = try table.column("date")
    let symbolColumn = table.header.firstIndex(of: "symbol")
    let total = try table.column(symbolColumn == nil ? "oi_usd" : "oi_total_usd")
    let coinMargined = symbolColumn == nil ? nil : try table.column("oi_coin_margined_usd")
    let stableMargined = symbolColumn == nil ? nil : try table.column("oi_stable_margined_coins")

    var readings: [OpenInterestReading] = []
    var lastTimes: [String: Int64] = [:]
    while try table.nextRow() {
      let name = symbolColumn.map { table.text($0) } ?? symbol
      guard !name.isEmpty else { throw table.unexpected(symbolColumn ?? date, expected: "a coin") }
      let time = try table.time(date)
      if let last = lastTimes[name], time <= last {
        throw table.unexpected(date, expected: "a day after \(ISO8601.dateText(last))")
      }
      lastTimes[name] = time
      readings.append(
        OpenInterestReading(
          time: time,
          symbol: name,
          totalUSD: try Self.optional(table, total),
          coinMarginedUSD: try Self.optional(table, coinMargined),
          stableMarginedCoins: try Self.optional(table, stableMargined)
        )
      )
    }
    guard !readings.isEmpty else { throw .empty(file: table.file) }
    provenance = source.provenance
    self.readings = readings
    symbols = lastTimes.keys.sorted()
  }

  /// Reads a file of daily open interest from a path; see ``init(_:symbol:)``.
  public static func read(
    _ path: String,
    symbol: String = "BTC"
  ) throws(SourceError) -> OpenInterestHistory {
    try OpenInterestHistory(SourceFile.read(path), symbol: symbol)
  }

  private static func optional(
    _ table: SourceTable,
    _ column: Int?
  ) throws(SourceError) -> ExactDecimal? {
    guard let column, !table.row[column].isEmpty else { return nil }
    let value = try table.decimal(column)
    guard value.units >= 0 else {
      throw table.unexpected(column, expected: "a number that is not negative, or nothing")
    }
    return value
  }
}
