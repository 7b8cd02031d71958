import Quantities
import Scenarios

/// Where a value stands among those of the year before it: what makes levels comparable over time.
///
/// Only reports of the same regime that were knowable when the bar started are compared with.
enum TrailingRank {
  /// The window.
  static let windowDays: Int64 = 365
  /// A rank among fewer values says nothing.
  static let countMin = 60

  /// Normal scores of a value of each row; nil where too few came before.
  ///
  /// - Complexity: O(rows · window).
  static func normalScores(_ rows: [ScoreRow], _ value: (ScoreRow) -> Double) -> [Double?] {
    let values = rows.map(value)
    return rows.indices.map { index in
      let row = rows[index]
      let start = row.start - .days(windowDays)
      var below = 0.5
      var count = 1.0
      for other in (0..<index).reversed() {
        let past = rows[other]
        if past.start < start { break }
        guard past.report.regime == row.report.regime, past.report.knowableAt <= row.start else {
          continue
        }
        count += 1
        if values[other] < values[index] {
          below += 1
        } else if values[other] == values[index] {
          below += 0.5
        }
      }
      guard Int(count) > countMin else { return nil }
      return StandardNormal.quantile(below / count)
    }
  }
}
