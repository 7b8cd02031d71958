import Observatory
import Quantities
import Scenarios
import TestSupport

/// The shared files that the leverage map reads, in memory, each value knowable when its period ends.
enum SharedMarketStore {
  /// Every series of the given coins.
  static func store(_ coins: [LeverageMarketSeries]) throws -> MemoryStore {
    var batches: [SeriesBatch] = []
    for coin in coins {
      batches += try series("crypto_prices/\(coin.bars)", period: .fixed(.hours(1)), symbol: nil)
    }
    for (file, period) in [
      ("coinglass_open_interest_1d", SeriesPeriod.day), ("coinglass_liquidations_1d", .day),
      ("coinglass_funding_oi_weighted_1d", .day), ("coinglass_liquidations_4h", .fixed(.hours(4))),
      ("coinglass_open_interest_4h", .fixed(.hours(4))),
    ] {
      for coin in coins {
        batches += try series("derivatives/\(file)", period: period, symbol: coin.symbol)
      }
    }
    batches += try series(
      "derivatives/binance_um_btcusdt_liquidations_1d",
      period: .day,
      symbol: nil
    )
    return MemoryStore(batches)
  }

  private static func series(
    _ path: String,
    period: SeriesPeriod,
    symbol: String?
  ) throws -> [SeriesBatch] {
    var scanner = CSVScanner(try SharedData.decompressed("data/\(path).csv.gz"))
    var row: [CSVField] = []
    guard try scanner.nextRow(into: &row) else { return [] }
    let names = row.map { scanner.text(of: $0) }
    let dimension = names.firstIndex(of: "symbol")
    let columns = names.indices.filter { $0 != 0 && $0 != dimension }
    var values: [[Observation]] = columns.map { _ in [] }
    while try scanner.nextRow(into: &row) {
      if let dimension, scanner.text(of: row[dimension]) != symbol { continue }
      let time = try Instant(parsing: scanner.text(of: row[0]))
      for (index, column) in columns.enumerated() where !row[column].isEmpty {
        values[index].append(
          Observation(
            refersTo: time,
            knowableAt: period.end(from: time),
            value: try ExactDecimal(scanner.bytes, row[column].range)
          )
        )
      }
    }
    let dataset = String(path.split(separator: "/")[1])
    return zip(columns, values).map { column, observations in
      SeriesBatch(
        description: SeriesDescription(
          id: SeriesID(
            dataset: dataset,
            dimensions: dimension == nil ? [] : [symbol ?? ""],
            column: names[column]
          ),
          unit: "as catalogued",
          period: period,
          frequency: "as catalogued",
          title: dataset,
          source: "shared",
          licence: "not stated",
          trust: .medium,
          knowableBasis: .rule
        ),
        observations: observations
      )
    }
  }
}
