/// A probability from history, with what it rests on.
public struct BenchmarkEstimate: Hashable, Sendable {
  /// The probability; nil where the history is not in the store.
  public let probability: Double?
  /// The 95 % interval of the probability; nil for closed forms and fixed numbers.
  public let interval: ClosedRange<Double>?
  /// The computation in a sentence.
  public let evidence: String

  /// History that is not there.
  static func missing(_ evidence: String) -> BenchmarkEstimate {
    BenchmarkEstimate(probability: nil, interval: nil, evidence: evidence)
  }
}
