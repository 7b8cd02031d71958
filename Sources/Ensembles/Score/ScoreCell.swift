import Quantities

/// The bars of one year at one bar length, aligned over coins so that resamples keep days together.
struct ScoreCell: Sendable {
  let frequency: MapFrequency
  let year: Int
  /// Coins in order.
  let symbols: [String]
  /// Rows by bar of the year, then by coin; nil where a coin has no scored bar.
  private let table: [[ScoreRow?]]

  init(frequency: MapFrequency, year: Int, samples: [ScoreSample]) {
    self.frequency = frequency
    self.year = year
    var columns: [String: [Int64: ScoreRow]] = [:]
    var starts: Set<Int64> = []
    for sample in samples where sample.frequency == frequency {
      for row in sample.rows where row.year == year && row.isFitted {
        columns[sample.symbol, default: [:]][row.start.microseconds] = row
        starts.insert(row.start.microseconds)
      }
    }
    let present = samples.map(\.symbol).filter { columns[$0] != nil }
    var seen: Set<String> = []
    let symbols = present.filter { seen.insert($0).inserted }
    self.symbols = symbols
    table = starts.sorted().map { start in symbols.map { columns[$0]?[start] } }
  }

  /// The number of bars.
  var barCount: Int { table.count }

  /// The measures of each coin over all bars, or over a resample of them.
  func measurements(_ bars: [Int]?) -> [ScoreMeasurement] {
    symbols.indices.map { symbol in
      let rows = bars.map { $0.compactMap { table[$0][symbol] } }
      return ScoreMeasurement(rows ?? table.compactMap { $0[symbol] })
    }
  }
}
