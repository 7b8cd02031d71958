import Observatory

/// What the registries hold of one system, as its page and the index show it.
struct SystemPageContents {
  /// The system.
  let system: MarketSystem
  /// The indicators that measure it.
  let indicators: [any Indicator]
  /// The experiments that rebuild it.
  let experiments: [SystemRegistries.ExperimentEntry]
  /// The kinds of participants that carry its mechanism.
  let participants: [SystemRegistries.ParticipantEntry]
  /// The formulas of its mechanism.
  let equations: [SystemEquation]
  /// Its claims, in order of number.
  let claims: [Claim]
  /// How its claims are decided.
  let decisions: [String: ClaimDecision]
  /// The forecasts that score its claims.
  let forecasts: [Forecast]
  /// The contradictions it is part of.
  let contradictions: [Contradiction]
  /// The chains of causes.
  let mechanisms: [Mechanism]
  /// The gauges that the articles read.
  let gauges: [SourceIndicator]
  /// The numbers to compare a simulation with.
  let targets: [Target]
  /// The futures and the advice that belong to it: id and what is said.
  let prospects: [(id: String, text: String)]
  /// The errors of the articles that touch what it rests on.
  let errors: [ArticleError]
  /// The figures it rests on.
  let facts: [Fact]

  /// Gathers what belongs to a system.
  ///
  /// - Parameters:
  ///   - system: The system.
  ///   - base: Everything the articles state.
  ///   - indicators: All indicators.
  ///   - experiments: All experiments.
  ///   - participants: All kinds of participants.
  ///   - forecasts: All forecasts of the record.
  init(
    _ system: MarketSystem,
    in base: FactBase,
    indicators: [any Indicator],
    experiments: [SystemRegistries.ExperimentEntry],
    participants: [SystemRegistries.ParticipantEntry],
    forecasts: [Forecast]
  ) {
    let refs = Set(system.refs)
    self.system = system
    self.indicators = indicators.filter { $0.systems.contains(system.id) }
    self.experiments = experiments.filter { $0.systems.contains(system.id) }
    self.participants = participants.filter { $0.systems.contains(system.id) }
    equations = SystemEquation.all.filter { $0.systems.contains(system.id) }
    claims = base.claims.filter { refs.contains($0.id) }
    let claimIDs = Set(claims.map(\.id))
    decisions = Dictionary(
      uniqueKeysWithValues: base.decisions.filter { claimIDs.contains($0.id) }.map { ($0.id, $0) }
    )
    let named = Set(base.decisions.filter { claimIDs.contains($0.id) }.compactMap(\.forecast))
    self.forecasts = forecasts.filter {
      named.contains($0.id) || !claimIDs.isDisjoint(with: $0.claims)
    }
    contradictions = base.contradictions.filter { refs.contains($0.id) }
    mechanisms = base.mechanisms.filter { refs.contains($0.id) }
    gauges = base.indicators.filter { refs.contains($0.id) }
    targets = base.targets.filter { refs.contains($0.id) }
    prospects =
      base.scenarios.filter { refs.contains($0.id) }.map { ($0.id, "\($0.name): \($0.statement)") }
      + base.strategies.filter { refs.contains($0.id) }
      .map { ($0.id, "\($0.name), for \($0.who): \($0.action)") }
    let rests = refs.union(claims.flatMap(\.facts)).union(mechanisms.flatMap(\.facts))
      .union(gauges.flatMap(\.facts))
    errors = base.errors.filter { !rests.isDisjoint(with: $0.refs) }
    let shown = rests.union(self.indicators.flatMap(\.facts))
    facts = base.facts.filter { shown.contains($0.id) }
  }

  /// How far the experiments go; nil without one.
  var summary: SimulationSummary? {
    experiments.isEmpty ? nil : SimulationSummary(experiments, of: system.id)
  }

  /// The cell of the index about indicators.
  var measurement: String {
    guard !indicators.isEmpty else { return "not applicable" }
    let part = MeasureGaps.gap(of: system.id) == nil ? "" : "in part: "
    return part + indicators.map(\.id).joined(separator: ", ")
  }

  /// The cell of the index about experiments.
  var simulation: String {
    guard let summary else { return "not applicable" }
    return "\(summary.isWhole ? "whole" : "in part"): \(summary.counts)"
  }

  /// The cell of the index about what was said.
  var judgement: String {
    [
      Self.count(claims.count, "claim"), Self.count(forecasts.count, "forecast"),
      Self.count(contradictions.count, "contradiction"),
    ].compactMap { $0 }.joined(separator: ", ")
  }

  private static func count(_ number: Int, _ noun: String) -> String? {
    number == 0 ? nil : "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}
