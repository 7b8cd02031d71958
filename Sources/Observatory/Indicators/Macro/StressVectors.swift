import Quantities

/// The five block scores of every day as a vector, for comparing days with episodes.
struct StressVectors: Sendable {
  /// 2018-01-01: sizes are measured from here on.
  static let scaleStart = 17_532

  /// The days on which every block has a score.
  let days: [Int]
  /// One vector per day: block means of standard scores, each over its largest size since 2018.
  let rows: [[Double]]

  /// Computes the vectors of a composite's panel; a block without size since 2018 keeps its scores.
  init(_ composite: StressComposite) {
    let panel = composite.panel
    let means = panel.blockMeans(panel.standardised(), composite.blocks)
    var days: [Int] = []
    var rows: [[Double]] = []
    for (place, day) in panel.days.enumerated() {
      let row = means.compactMap { $0[place] }
      guard row.count == means.count else { continue }
      days.append(day)
      rows.append(row)
    }
    var sizes = [Double](repeating: 0, count: means.count)
    for (day, row) in zip(days, rows) where day >= Self.scaleStart {
      for index in row.indices { sizes[index] = max(sizes[index], abs(row[index])) }
    }
    self.days = days
    self.rows = rows.map { row in
      zip(row, sizes).map { $1 > 0 ? $0 / $1 : $0 }
    }
  }

  /// The mean vector of the days in a range; nil if there is none.
  func mean(in range: ClosedRange<Int>) -> [Double]? {
    let places = days.indices.filter { range.contains(days[$0]) }
    guard let first = places.first else { return nil }
    return rows[first].indices.map { index in
      places.reduce(0) { $0 + rows[$1][index] } / Double(places.count)
    }
  }
}
