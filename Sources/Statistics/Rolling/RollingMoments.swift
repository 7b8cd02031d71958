/// Means, variances and standard deviations over every window of a series.
///
/// Element i of a result belongs to the window of values i ..< i + window; a series shorter than the
/// window has no windows and gives an empty result. Sums are formed by blocks without subtraction, so
/// that neither a large offset nor an outlier that has left the window costs accuracy.
///
///     try RollingMoments.standardDeviations(of: [1, 2, 4, 8], window: 3)  // [1.5275, 3.0551]
public enum RollingMoments {
  /// The mean of each window.
  ///
  /// - Parameters:
  ///   - values: Finite, in order of time.
  ///   - window: The number of values in a window, positive.
  /// - Returns: One mean per window, in the unit of the values.
  /// - Throws: ``StatisticsError/valueOutOfRange(field:value:expected:)`` for a value that is not finite.
  /// - Complexity: O(n).
  public static func means(
    of values: [Double],
    window: Int
  ) throws(StatisticsError) -> [Double] {
    precondition(window >= 1, "a window has at least one value: \(window)")
    try RollingSums.check(values, field: "value")
    let n = Double(window)
    return RollingSums.map(values, window: window, isCentred: true) { centre, sum, _ in
      centre + sum / n
    }
  }

  /// The unbiased variance of each window, divisor window − 1; exactly zero where a window is constant.
  ///
  /// - Parameters:
  ///   - values: Finite, differences below 10¹⁵⁰, in order of time.
  ///   - window: The number of values in a window, at least two.
  /// - Returns: One variance per window, not negative, in the squared unit of the values.
  /// - Throws: ``StatisticsError/valueOutOfRange(field:value:expected:)`` for a value that is not finite.
  /// - Complexity: O(n).
  public static func variances(
    of values: [Double],
    window: Int
  ) throws(StatisticsError) -> [Double] {
    precondition(window >= 2, "a variance needs two values: \(window)")
    try RollingSums.check(values, field: "value")
    let n = Double(window)
    let (inverse, scale) = (1 / n, 1 / (n - 1))
    return RollingSums.map(values, window: window, isCentred: true) { _, sum, squares in
      max(0, squares - sum * sum * inverse) * scale
    }
  }

  /// The square roots of ``variances(of:window:)``.
  ///
  /// - Parameters:
  ///   - values: Finite, differences below 10¹⁵⁰, in order of time.
  ///   - window: The number of values in a window, at least two.
  /// - Returns: One standard deviation per window, in the unit of the values.
  /// - Throws: ``StatisticsError/valueOutOfRange(field:value:expected:)`` for a value that is not finite.
  /// - Complexity: O(n).
  public static func standardDeviations(
    of values: [Double],
    window: Int
  ) throws(StatisticsError) -> [Double] {
    precondition(window >= 2, "a standard deviation needs two values: \(window)")
    try RollingSums.check(values, field: "value")
    let n = Double(window)
    let (inverse, scale) = (1 / n, 1 / (n - 1))
    return RollingSums.map(values, window: window, isCentred: true) { _, sum, squares in
      (max(0, squares - sum * sum * inverse) * scale).squareRoot()
    }
  }
}
