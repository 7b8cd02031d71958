/// The surprise of outcomes under forecast probabilities, in nats.
///
/// Source: Good (1952); model specification §7.7, row S29.
public enum LogScore {
  /// Probabilities are clipped to this distance from 0 and 1, so that one miss is not infinite.
  public static let clip = 1e-6

  /// The mean of −[y ln p + (1 − y) ln(1 − p)] over forecasts.
  ///
  ///     try LogScore.mean(probabilities: [0.72], outcomes: [1])  // 0.3285
  ///
  /// - Parameters:
  ///   - probabilities: Each in 0 ... 1, clipped by ``clip``.
  ///   - outcomes: As many, each 0 or 1.
  /// - Returns: In nats, not negative, smaller is better.
  /// - Throws: ``StatisticsError/observationsTooFew(quantity:count:minimum:)`` for an empty list, or
  ///   ``StatisticsError/valueOutOfRange(field:value:expected:)``.
  public static func mean(
    probabilities: [Double],
    outcomes: [Double]
  ) throws(StatisticsError) -> Double {
    try ScoreInput.check(probabilities: probabilities, outcomes: outcomes, score: "log score")
    var sum = 0.0
    for (probability, outcome) in zip(probabilities, outcomes) {
      let clipped = min(max(probability, clip), 1 - clip)
      sum -= outcome * Libm.log(clipped) + (1 - outcome) * Libm.log(onePlus: -clipped)
    }
    return sum / Double(probabilities.count)
  }
}
