import Observatory

/// A probability by symmetry or convention, with its reason.
public struct FixedBenchmark: Hashable, Sendable, Codable {
  /// The probability.
  public let probability: Double
  /// Why it is that.
  public let reason: String
}

extension FixedBenchmark: BenchmarkEstimator {
  func estimate(_ history: MarketView) throws(StoreError) -> BenchmarkEstimate {
    BenchmarkEstimate(probability: probability, interval: nil, evidence: reason)
  }

  var fault: (field: String, value: String, expected: String)? {
    (0...1).contains(probability)
      ? nil : ("benchmark.probability", "\(probability)", "a probability from 0 to 1")
  }
}
