/// Realised volatility over every window of a series of log returns.
///
/// Element i of a result belongs to the returns i ..< i + window.
/// Source: model specification §5.1.
///
///     let returns = try LogReturns.of([100, 102, 99, 101])
///     try RollingVolatility.uncentred(of: returns, window: 3, periodsPerYear: 365)  // [0.4526]
public enum RollingVolatility {
  /// √(A/n · Σ r²) of each window, the normative definition.
  ///
  /// - Parameters:
  ///   - returns: Log returns per period, finite, in order of time.
  ///   - window: n, the number of returns in a window, positive.
  ///   - periodsPerYear: A, positive: 365 for days of crypto assets, 252 for sessions of others.
  /// - Returns: One volatility per window, per year, as a fraction; empty for a shorter series.
  /// - Throws: ``StatisticsError/valueOutOfRange(field:value:expected:)`` for a return that is not finite.
  /// - Complexity: O(n).
  public static func uncentred(
    of returns: [Double],
    window: Int,
    periodsPerYear: Double
  ) throws(StatisticsError) -> [Double] {
    precondition(window >= 1, "a window has at least one return: \(window)")
    precondition(periodsPerYear > 0, "periods per year must be positive: \(periodsPerYear)")
    try RollingSums.check(returns, field: "return")
    let scale = periodsPerYear / Double(window)
    return RollingSums.map(returns, window: window, isCentred: false) { _, _, squares in
      (squares * scale).squareRoot()
    }
  }

  /// √(A/(n − 1) · Σ(r − r̄)²) of each window.
  ///
  /// - Parameters:
  ///   - returns: Log returns per period, finite, in order of time.
  ///   - window: n, the number of returns in a window, at least two.
  ///   - periodsPerYear: A, positive.
  /// - Returns: One volatility per window, per year, as a fraction; empty for a shorter series.
  /// - Throws: ``StatisticsError/valueOutOfRange(field:value:expected:)`` for a return that is not finite.
  /// - Complexity: O(n).
  public static func centred(
    of returns: [Double],
    window: Int,
    periodsPerYear: Double
  ) throws(StatisticsError) -> [Double] {
    precondition(window >= 2, "a centred volatility needs two returns: \(window)")
    precondition(periodsPerYear > 0, "periods per year must be positive: \(periodsPerYear)")
    try RollingSums.check(returns, field: "return")
    let n = Double(window)
    let (inverse, scale) = (1 / n, periodsPerYear / (n - 1))
    return RollingSums.map(returns, window: window, isCentred: true) { _, sum, squares in
      (max(0, squares - sum * sum * inverse) * scale).squareRoot()
    }
  }
}
