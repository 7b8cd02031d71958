/// The improvement of a score over a benchmark's.
public enum SkillScore {
  /// 1 − score/benchmark: one is perfect, zero no better than the benchmark, negative worse.
  ///
  /// Source: model specification §7.7.
  ///
  /// - Parameters:
  ///   - score: A mean score whose best value is zero.
  ///   - benchmark: The benchmark's mean score on the same outcomes, positive.
  /// - Returns: At most one.
  /// - Throws: ``StatisticsError/valueOutOfRange(field:value:expected:)`` unless the benchmark's score is
  ///   positive: nothing can improve on a perfect benchmark.
  public static func skill(
    score: Double,
    benchmark: Double
  ) throws(StatisticsError) -> Double {
    guard benchmark > 0 && benchmark.isFinite else {
      throw .valueOutOfRange(field: "benchmark score", value: benchmark, expected: "above 0")
    }
    return 1 - score / benchmark
  }
}
