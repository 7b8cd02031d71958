/// The mean scores of resolved forecasts against their benchmarks.
public struct ScoreSummary: Hashable, Sendable {
  /// The mean Brier score.
  public let brier: Double
  /// The mean log score.
  public let logScore: Double
  /// The mean Brier score of the benchmarks on the same outcomes.
  public let benchmarkBrier: Double
  /// 1 − mean Brier score/mean benchmark score: nil if the benchmarks were perfect.
  public let skill: Double?
  /// The same with unhedged statements at their second probability.
  public let sensitivitySkill: Double?

  /// Averages forecasts that are resolved and have a benchmark; traps on others and on none.
  public init(_ resolved: [ScoredForecast]) {
    precondition(!resolved.isEmpty, "a mean needs at least one resolved forecast")
    var (brier, log, base, sensitivity) = (0.0, 0.0, 0.0, 0.0)
    for forecast in resolved {
      guard let score = forecast.score, let benchmark = forecast.benchmark.probability,
        let outcome = forecast.resolution.outcome
      else { preconditionFailure("\(forecast.forecast.id) is not resolved with a benchmark") }
      brier += score.brier
      log += score.logScore
      sensitivity += forecast.sensitivity?.brier ?? score.brier
      let miss = benchmark - (outcome ? 1 : 0)
      base += miss * miss
    }
    let count = Double(resolved.count)
    self.brier = brier / count
    logScore = log / count
    benchmarkBrier = base / count
    skill = base > 0 ? 1 - brier / base : nil
    sensitivitySkill = base > 0 ? 1 - sensitivity / base : nil
  }
}
