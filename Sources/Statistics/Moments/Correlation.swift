/// Linear correlation of two aligned series.
public enum Correlation {
  /// Pearson's correlation coefficient.
  ///
  ///     try Correlation.pearson([1, 2, 3], [2, 4, 7])  // 0.9933992677987828
  ///
  /// - Parameters:
  ///   - first: Finite values.
  ///   - second: Finite values, as many as in `first`, each at the same time.
  /// - Returns: In −1 ... 1.
  /// - Throws: ``StatisticsError/observationsTooFew(quantity:count:minimum:)`` below two pairs, or
  ///   ``StatisticsError/fitNotIdentified(model:reason:)`` when a series is constant.
  /// - Complexity: O(n), two passes.
  public static func pearson(
    _ first: [Double],
    _ second: [Double]
  ) throws(StatisticsError) -> Double {
    precondition(
      first.count == second.count,
      "aligned series have equal lengths: \(first.count) and \(second.count)"
    )
    guard first.count >= 2 else {
      throw .observationsTooFew(quantity: "correlation", count: first.count, minimum: 2)
    }
    let firstMean = mean(first)
    let secondMean = mean(second)
    var (xx, xy, yy) = (0.0, 0.0, 0.0)
    for (a, b) in zip(first, second) {
      let (x, y) = (a - firstMean, b - secondMean)
      xx += x * x
      xy += x * y
      yy += y * y
    }
    guard xx > 0 && yy > 0 else {
      throw .fitNotIdentified(model: "correlation", reason: "a series is constant")
    }
    return min(max(xy / (xx.squareRoot() * yy.squareRoot()), -1), 1)
  }

  /// The autocorrelation of a series at a lag, with the whole series' mean and variance.
  ///
  /// - Parameters:
  ///   - series: Finite values in order of time.
  ///   - lag: Steps, positive.
  /// - Returns: In −1 ... 1.
  /// - Throws: ``StatisticsError/observationsTooFew(quantity:count:minimum:)`` unless the series is
  ///   longer than the lag, or ``StatisticsError/fitNotIdentified(model:reason:)`` when constant.
  /// - Complexity: O(n).
  public static func autocorrelation(
    of series: [Double],
    lag: Int
  ) throws(StatisticsError) -> Double {
    precondition(lag > 0, "the lag must be positive: \(lag)")
    guard series.count > lag else {
      throw .observationsTooFew(
        quantity: "autocorrelation",
        count: series.count,
        minimum: lag + 1
      )
    }
    let centre = mean(series)
    let variation = series.reduce(0) { $0 + ($1 - centre) * ($1 - centre) }
    guard variation > 0 else {
      throw .fitNotIdentified(model: "autocorrelation", reason: "the series is constant")
    }
    var covariation = 0.0
    for index in lag..<series.count {
      covariation += (series[index] - centre) * (series[index - lag] - centre)
    }
    return covariation / variation
  }

  private static func mean(_ values: [Double]) -> Double {
    values.reduce(0, +) / Double(values.count)
  }
}
