import Scenarios
import Statistics

/// The measures of every predictor on a set of bars.
struct ScoreMeasurement: Sendable {
  /// The number of bars.
  let count: Int
  /// By ``SkillMeasure``, then by ``MapPredictor``; nil where too few bars carry the measure.
  let values: [[Double?]]

  /// Measures a set of bars, in any order and with repetitions.
  ///
  /// - Complexity: O(n log n).
  init(_ rows: [ScoreRow]) {
    count = rows.count
    let predictors = MapPredictor.allCases.map(\.rawValue)
    let regimes = Set(rows.map(\.report.regime)).sorted().map { regime in
      rows.filter { $0.report.regime == regime }
    }
    let falls = rows.filter { $0.openInterestFall != nil }
    values = [
      ScoreMeasurement.rankCorrelations(regimes),
      predictors.map { predictor in
        ScoreMeasurement.mean(rows) { $0.calibrated?[predictor].logScore }
      },
      predictors.map { predictor in
        ScoreMeasurement.mean(rows) { $0.calibrated?[predictor].quantileLoss }
      },
      predictors.map { predictor in
        ScoreMeasurement.mean(rows) { $0.calibrated?[predictor].squaredSideError }
      },
      predictors.map { predictor in
        guard falls.count >= countMin else { return nil }
        return correlation(
          RankCorrelation.ranks(of: falls.map { $0.sizes[predictor] }),
          RankCorrelation.ranks(of: falls.compactMap(\.openInterestFall))
        )
      },
    ]
  }

  /// The skill over a baseline; nil where either has no measure.
  func skill(_ measure: SkillMeasure, over baseline: MapPredictor) -> Double? {
    let row = values[measure.rawValue]
    guard let map = row[MapPredictor.map.rawValue], let other = row[baseline.rawValue] else {
      return nil
    }
    return measure.skill(map: map, baseline: other)
  }

  /// Rank correlations by predictor: mean of both sides, regimes weighted by their bars.
  private static func rankCorrelations(_ regimes: [[ScoreRow]]) -> [Double?] {
    var sums = MapPredictor.allCases.map { _ in 0.0 }
    var weight = 0.0
    for rows in regimes where rows.count >= countMin {
      weight += Double(rows.count)
      for side in [0, 1] {
        let reported = RankCorrelation.ranks(of: rows.map { $0.reported(side) })
        for predictor in sums.indices {
          let ranks = RankCorrelation.ranks(of: rows.map { $0.predictions[predictor][side] })
          sums[predictor] += correlation(ranks, reported) / 2 * Double(rows.count)
        }
      }
    }
    return sums.map { weight > 0 ? $0 / weight : nil }
  }

  private static func mean(_ rows: [ScoreRow], _ value: (ScoreRow) -> Double?) -> Double? {
    var sum = 0.0
    var count = 0
    for row in rows {
      guard let value = value(row) else { continue }
      sum += value
      count += 1
    }
    return count >= countMin ? sum / Double(count) : nil
  }
}

/// Fewer bars than this carry no measure.
private let countMin = 30

/// The linear correlation; 0 if one side is constant, which then tells nothing apart.
private func correlation(_ first: [Double], _ second: [Double]) -> Double {
  (try? Correlation.pearson(first, second)) ?? 0
}
