/// The scores of one probability against one outcome and its benchmark.
public struct ForecastScore: Hashable, Sendable {
  /// The probability that was scored.
  public let probability: Double
  /// (p − y)², 0 best, 1 worst.
  public let brier: Double
  /// −ln of the probability of what happened, 0 best; the probability is clipped at 10⁻⁶.
  public let logScore: Double
  /// 1 − Brier score/Brier score of the benchmark: above 0 beats it; nil without a benchmark or
  /// against a perfect one.
  public let skill: Double?
}
