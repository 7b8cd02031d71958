import Observatory
import Quantities
import Statistics

/// Hourly bars of a random walk, as a file and as columns.
struct SyntheticBars {
  /// The first bar's open: 2024-01-01T00:00:00Z.
  static let start = Instant(microseconds: 1_704_067_200_000_000)

  /// One row of the file.
  struct Row {
    var open: Int
    var high: Int
    var low: Int
    var close: Int
    var volume: Int
  }

  var rows: [Row]

  /// A walk of `count` hours in cents, from a seed.
  init(count: Int, seed: UInt64, from price: Int = 5_000_000) {
    var stream = Stream(seed: seed, run: 0, purpose: Purpose(room: 5, index: 100))
    var last = price
    rows = (0..<count).map { _ in
      let open = last
      let close = max(1_000, Int(Double(open) * (1 + 0.008 * stream.nextNormal())))
      let high = max(open, close) + Int(0.004 * Double(open) * stream.nextUniform())
      let low = min(open, close) - Int(0.004 * Double(open) * stream.nextUniform())
      last = close
      return Row(
        open: open,
        high: high,
        low: max(1, low),
        close: close,
        volume: Int(1_000 * stream.nextUniform())
      )
    }
  }

  /// The instant at which an hour of the series starts.
  static func hour(_ index: Int) -> Instant { start + .hours(Int64(index)) }

  /// The rows as comma-separated values; hours in `leaving` are cut out.
  func csv(leaving hours: Set<Int> = [], hasVolume: Bool = true) -> String {
    var text =
      hasVolume ? "timestamp,open,high,low,close,volume\n" : "timestamp,open,high,low,close\n"
    for (index, row) in rows.enumerated() where !hours.contains(index) {
      let prices = [row.open, row.high, row.low, row.close].map { "\(Double($0) / 100)" }
      let fields =
        [Self.hour(index).description] + prices + (hasVolume ? ["\(row.volume)"] : [])
      text += fields.joined(separator: ",") + "\n"
    }
    return text
  }

  /// The rows as columns.
  func bars(leaving hours: Set<Int> = [], hasVolume: Bool = true) throws -> PriceBars {
    let text = csv(leaving: hours, hasVolume: hasVolume)
    return try PriceBars(SourceFile(path: "bars.csv", storedBytes: Array(text.utf8)))
  }
}
