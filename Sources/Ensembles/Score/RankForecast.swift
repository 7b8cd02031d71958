import Statistics

/// A monotone forecast of a bar's rank from a predictor's rank, calibrated on the past.
///
/// Normal scores are regressed on normal scores, z_y = a + b z_x + s ε with b ≥ 0: a Gaussian copula with
/// free level and spread. Every predictor gets the same.
struct RankForecast: Sendable {
  let intercept: Double
  let slope: Double
  let spread: Double

  /// Calibrates on pairs of normal scores; nil below sixty.
  init?(_ pairs: [(predictor: Double, outcome: Double)]) {
    guard pairs.count >= 60 else { return nil }
    let count = Double(pairs.count)
    let xMean = pairs.reduce(0) { $0 + $1.predictor } / count
    let yMean = pairs.reduce(0) { $0 + $1.outcome } / count
    var (xx, xy) = (0.0, 0.0)
    for pair in pairs {
      xx += (pair.predictor - xMean) * (pair.predictor - xMean)
      xy += (pair.predictor - xMean) * (pair.outcome - yMean)
    }
    slope = xx > 0 ? max(0, xy / xx) : 0
    intercept = yMean - slope * xMean
    var squares = 0.0
    for pair in pairs {
      let error = pair.outcome - intercept - slope * pair.predictor
      squares += error * error
    }
    spread = max((squares / count).squareRoot(), 0.05)
  }

  /// ln f(z_y) − ln φ(z_y): the log density of the rank over that of a uniform rank, in nats.
  func logScore(predictor: Double, outcome: Double) -> Double {
    let error = (outcome - intercept - slope * predictor) / spread
    return outcome * outcome / 2 - error * error / 2 - ElementaryFunctions.logarithm(spread)
  }

  /// The quantile loss of the rank, mean of the nine deciles.
  func quantileLoss(predictor: Double, outcome: Double) -> Double {
    let rank = StandardNormal.cumulative(outcome)
    let centre = intercept + slope * predictor
    return RankForecast.deciles.reduce(0) { sum, decile in
      let error = rank - StandardNormal.cumulative(centre + spread * decile.quantile)
      return sum + error * (decile.level - (error < 0 ? 1 : 0)) / 9
    }
  }

  private static let deciles = (1...9).map { index in
    let level = Double(index) / 10
    return (level: level, quantile: StandardNormal.quantile(level))
  }
}
