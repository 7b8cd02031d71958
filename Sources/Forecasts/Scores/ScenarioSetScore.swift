import Statistics

/// The score of an ordered set of exclusive scenarios, with "none of them" as its last category.
///
/// Scenarios of the sources are not exhaustive: what their probabilities leave over is the
/// probability of none.
public struct ScenarioSetScore: Hashable, Sendable {
  /// The name of the set.
  public let set: String
  /// The forecasts of the set in their order.
  public let forecasts: [String]
  /// Their probabilities and, last, that of none.
  public let probabilities: [Double]
  /// The place of what happened; nil while that is open.
  public let outcome: Int?
  /// The ranked probability score; nil while the outcome is open.
  public let rankedProbabilityScore: Double?

  /// The scores of every set in a list of scored forecasts, in order of first appearance.
  public static func scores(of forecasts: [ScoredForecast]) -> [ScenarioSetScore] {
    var names: [String] = []
    for name in forecasts.compactMap(\.forecast.scenario?.set) where !names.contains(name) {
      names.append(name)
    }
    return names.map { name in
      let members = forecasts.filter { $0.forecast.scenario?.set == name }
        .sorted { ($0.forecast.scenario?.rank ?? 0) < ($1.forecast.scenario?.rank ?? 0) }
      return ScenarioSetScore(set: name, members: members)
    }
  }

  private init(set: String, members: [ScoredForecast]) {
    self.set = set
    forecasts = members.map(\.forecast.id)
    let stated = members.map(\.forecast.stated.probability)
    let probabilities = stated + [max(0, 1 - stated.reduce(0, +))]
    self.probabilities = probabilities
    let outcomes = members.map(\.resolution.outcome)
    let outcome =
      outcomes.firstIndex(of: true) ?? (outcomes.contains(nil) ? nil : members.count)
    self.outcome = outcome
    rankedProbabilityScore = outcome.flatMap {
      try? RankedProbabilityScore.score(probabilities: probabilities, outcome: $0)
    }
  }
}
