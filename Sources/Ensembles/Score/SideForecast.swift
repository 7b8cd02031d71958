import Statistics

/// A forecast of the share of longs from a log ratio of the two sides, calibrated on the past.
///
/// p = 1/(1 + exp(−(a + b x))), by Newton's method on the log likelihood of the reported shares.
struct SideForecast: Sendable {
  let intercept: Double
  let slope: Double

  /// Calibrates on pairs of log ratio and reported share of longs; nil below sixty.
  init?(_ pairs: [(logRatio: Double, share: Double)]) {
    guard pairs.count >= 60 else { return nil }
    var a = 0.0
    var b = 0.0
    for _ in 0..<50 {
      // A little ridge keeps a separable past from running away.
      var (ga, gb, haa, hab, hbb) = (-1e-3 * a, -1e-3 * b, 1e-3, 0.0, 1e-3)
      for pair in pairs {
        let p = LogisticFunction.value(a + b * pair.logRatio)
        let error = pair.share - p
        let weight = p * (1 - p)
        ga += error
        gb += error * pair.logRatio
        haa += weight
        hab += weight * pair.logRatio
        hbb += weight * pair.logRatio * pair.logRatio
      }
      let determinant = haa * hbb - hab * hab
      guard determinant > 0 else { break }
      let stepA = min(max((hbb * ga - hab * gb) / determinant, -1), 1)
      let stepB = min(max((haa * gb - hab * ga) / determinant, -1), 1)
      a += stepA
      b += stepB
      if abs(stepA) + abs(stepB) < 1e-10 { break }
    }
    intercept = a
    slope = b
  }

  /// The forecast share of longs.
  func share(_ logRatio: Double) -> Double { LogisticFunction.value(intercept + slope * logRatio) }
}
