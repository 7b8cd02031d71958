/// The values of a statistic over bootstrap resamples, and on the sample itself.
public struct BootstrapDistribution: Hashable, Sendable {
  /// The statistic on the sample itself.
  public let estimate: Double
  /// The statistic on each resample, in the order drawn.
  public let replicates: [Double]

  /// Creates a distribution.
  ///
  /// - Parameters:
  ///   - estimate: The statistic on the sample.
  ///   - replicates: The statistic on each resample, at least two.
  public init(estimate: Double, replicates: [Double]) {
    precondition(replicates.count >= 2, "a spread needs two resamples: \(replicates.count)")
    self.estimate = estimate
    self.replicates = replicates
  }

  /// The bootstrap standard error: the standard deviation of the replicates, divisor B − 1.
  public var standardError: Double {
    let mean = replicates.reduce(0, +) / Double(replicates.count)
    let squares = replicates.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (squares / Double(replicates.count - 1)).squareRoot()
  }

  /// The percentile interval, type-7 quantiles of the replicates.
  ///
  /// - Parameter confidence: The level, between 0 and 1.
  /// - Returns: The central interval of the replicates.
  /// - Throws: ``StatisticsError/valueOutOfRange(field:value:expected:)`` for a level outside its range
  ///   or a replicate that is NaN.
  /// - Complexity: O(B log B).
  public func percentileInterval(
    confidence: Double = 0.95
  ) throws(StatisticsError) -> ConfidenceInterval {
    guard confidence > 0 && confidence < 1 else {
      throw .valueOutOfRange(
        field: "confidence",
        value: confidence,
        expected: "between 0 and 1, ends excluded"
      )
    }
    let tail = 0.5 * (1 - confidence)
    let ends = try SampleQuantile.type7(of: replicates, at: [tail, 1 - tail])
    return ConfidenceInterval(lower: ends[0], upper: ends[1], confidence: confidence)
  }
}
