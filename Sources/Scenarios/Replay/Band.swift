import Statistics

/// The middle and the 90 % range of one number over the runs of an ensemble.
public struct Band: Hashable, Sendable {
  /// The median.
  public let median: Double
  /// The fifth percentile.
  public let p05: Double
  /// The ninety-fifth percentile.
  public let p95: Double

  /// Creates a band from its three numbers.
  public init(median: Double, p05: Double, p95: Double) {
    self.median = median
    self.p05 = p05
    self.p95 = p95
  }

  /// The band of a sample, quantiles of Hyndman and Fan's type 7; nil of an empty sample or one with
  /// a value that is no number.
  public init?(of sample: [Double]) {
    guard let quantiles = try? SampleQuantile.type7(of: sample, at: [0.5, 0.05, 0.95]) else {
      return nil
    }
    self.init(median: quantiles[0], p05: quantiles[1], p95: quantiles[2])
  }
}
