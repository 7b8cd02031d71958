import Observatory

/// The probability that several changes all happen, as if they were independent.
///
/// Series that fall together make the true probability larger or smaller: the number is a rough
/// benchmark and says so.
public struct ProductBenchmark: Hashable, Sendable, Codable {
  /// The parts.
  public let parts: [WindowFrequency]
}

extension ProductBenchmark: BenchmarkEstimator {
  func estimate(_ history: MarketView) throws(StoreError) -> BenchmarkEstimate {
    var probability = 1.0
    var evidence: [String] = []
    for part in parts {
      let estimate = try part.estimate(history)
      evidence.append(estimate.evidence)
      guard let share = estimate.probability else {
        return .missing(evidence.joined(separator: "; "))
      }
      probability *= share
    }
    return BenchmarkEstimate(
      probability: probability,
      interval: nil,
      evidence: "as if independent: " + evidence.joined(separator: "; ")
    )
  }

  var fault: (field: String, value: String, expected: String)? {
    parts.isEmpty
      ? ("benchmark.parts", "[]", "at least one part") : parts.lazy.compactMap(\.fault).first
  }
}
