import Observatory
import Statistics

/// A benchmark that can be computed from a view that ends at a forecast's cut-off.
protocol BenchmarkEstimator: Sendable, Codable {
  /// Computes the probability.
  func estimate(_ history: MarketView) throws(StoreError) -> BenchmarkEstimate

  /// Why the benchmark contradicts itself, or nil.
  var fault: (field: String, value: String, expected: String)? { get }
}

extension BenchmarkEstimate {
  /// A share of past cases, with Wilson's interval at the number of cases that are independent.
  ///
  /// - Parameters:
  ///   - hits: How many cases were such.
  ///   - count: How many there were.
  ///   - independent: How many of them do not overlap.
  ///   - text: What was counted.
  /// - Returns: The estimate, or a missing one without any case.
  static func frequency(
    hits: Int,
    of count: Int,
    independent: Int,
    _ text: String
  ) -> BenchmarkEstimate {
    guard count > 0 else { return .missing("no past case: \(text)") }
    let share = Double(hits) / Double(count)
    let trials = max(1, min(count, independent))
    let wilson = try? ConfidenceInterval.wilson(
      successes: Int((share * Double(trials)).rounded()),
      trials: trials
    )
    return BenchmarkEstimate(
      probability: share,
      interval: wilson.map { $0.lower...$0.upper },
      evidence: "\(hits) of \(count) \(text)"
        + (trials < count ? "; \(trials) of them do not overlap" : "")
    )
  }
}
