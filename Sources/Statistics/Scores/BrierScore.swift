/// The squared error of probabilities, zero for a perfect forecast.
///
/// Source: Brier (1950); model specification §7.7, row S29.
public enum BrierScore {
  /// The mean of (p − y)² over forecasts, or over the categories of one forecast.
  ///
  ///     try BrierScore.mean(probabilities: [0.72, 0.23, 0.05], outcomes: [1, 0, 0])  // 0.0446
  ///
  /// - Parameters:
  ///   - probabilities: Each in 0 ... 1.
  ///   - outcomes: As many, each 0 or 1; shares between are scored as they are.
  /// - Returns: In 0 ... 1, smaller is better.
  /// - Throws: ``StatisticsError/observationsTooFew(quantity:count:minimum:)`` for an empty list, or
  ///   ``StatisticsError/valueOutOfRange(field:value:expected:)``.
  public static func mean(
    probabilities: [Double],
    outcomes: [Double]
  ) throws(StatisticsError) -> Double {
    try ScoreInput.check(probabilities: probabilities, outcomes: outcomes, score: "Brier score")
    let sum = zip(probabilities, outcomes).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    return sum / Double(probabilities.count)
  }
}
