extension ConfidenceInterval {
  /// Wilson's score interval of a proportion.
  ///
  /// Centre (p̂ + z²/2n)/(1 + z²/n), half width z/(1 + z²/n)·√(p̂(1 − p̂)/n + z²/4n²). Unlike p̂ ± z·s.e.
  /// it stays in 0 ... 1 and keeps its level for rare events.
  /// Source: Wilson (1927); row S29.
  ///
  ///     try ConfidenceInterval.wilson(successes: 3, trials: 33)  // 0.0314 ... 0.2357
  ///
  /// - Parameters:
  ///   - successes: In 0 ... trials.
  ///   - trials: Positive.
  ///   - confidence: The level, between 0 and 1.
  /// - Returns: The interval of the probability of success.
  /// - Throws: ``StatisticsError/observationsTooFew(quantity:count:minimum:)`` without trials, or
  ///   ``StatisticsError/valueOutOfRange(field:value:expected:)``.
  public static func wilson(
    successes: Int,
    trials: Int,
    confidence: Double = 0.95
  ) throws(StatisticsError) -> ConfidenceInterval {
    guard trials > 0 else {
      throw .observationsTooFew(quantity: "Wilson interval", count: trials, minimum: 1)
    }
    guard successes >= 0 && successes <= trials else {
      throw .valueOutOfRange(
        field: "successes",
        value: Double(successes),
        expected: "0 ... \(trials)"
      )
    }
    let z = try criticalValue(confidence: confidence)
    let n = Double(trials)
    let share = Double(successes) / n
    let shrinkage = 1 + z * z / n
    let centre = (share + z * z / (2 * n)) / shrinkage
    let spread = (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
    let halfWidth = z / shrinkage * spread
    // At no and at all successes one end is 0 or 1 exactly; rounding must not leave the interval.
    return ConfidenceInterval(
      lower: successes == 0 ? 0 : max(0, centre - halfWidth),
      upper: successes == trials ? 1 : min(1, centre + halfWidth),
      confidence: confidence
    )
  }
}
