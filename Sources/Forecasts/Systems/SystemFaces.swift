/// What a system can be measured, simulated and judged by: derived from registries, never listed by hand.
public struct SystemFaces: Hashable, Sendable {
  /// The system.
  public let system: MarketSystem
  /// Indicators computed from data.
  public let measure: SystemFace
  /// Experiments with their controls.
  public let simulate: SystemFace
  /// Claims with verdicts and dated forecasts.
  public let judge: SystemFace

  /// Derives the faces of every system, in the order of the map.
  ///
  /// - A system is **measured** if an indicator names it. Where readings are given, one of them must have
  ///   a value; else the face is partial. Without an indicator it is missing, or not applicable if the
  ///   articles give the system no gauge and no claim that data decides.
  /// - It is **simulated** if an experiment covers it whole with its control and nothing that the sources
  ///   state is left out; a part or no control is partial. Whether what came out is what the source says
  ///   does not matter: a number that is not reproduced is a finding. The summary counts both kinds.
  /// - It is **judged** if a claim of it is decided by figures, by series that a rule reads, by an
  ///   experiment that settles it, or by a forecast of the record; if all its claims wait for experiments
  ///   or for data that has no source the face is partial, and if nothing could decide any of them it is
  ///   not applicable.
  ///
  /// - Complexity: O(systems × entries).
  public static func derive(
    _ base: FactBase,
    from registries: SystemRegistries
  ) -> [SystemFaces] {
    let decisions = Dictionary(uniqueKeysWithValues: base.decisions.map { ($0.id, $0) })
    return base.systems.map { system in
      let claims = base.claims.filter { system.refs.contains($0.id) }
      let decided = claims.compactMap { decisions[$0.id] }
      return SystemFaces(
        system: system,
        measure: measure(system, decided, registries),
        simulate: simulate(system, registries),
        judge: judge(claims, decided, registries)
      )
    }
  }

  private static func measure(
    _ system: MarketSystem,
    _ decisions: [ClaimDecision],
    _ registries: SystemRegistries
  ) -> SystemFace {
    let own = registries.indicators.filter { $0.systems.contains(system.id) }
    let entries = own.map {
      SystemFace.Entry(registry: "indicator", id: $0.id, text: $0.text)
    }
    guard own.isEmpty else {
      let known = own.compactMap(\.hasValue)
      let isPartial = !known.isEmpty && !known.contains(true)
      return SystemFace(status: isPartial ? .partial : .works, evidence: entries)
    }
    let hasGauge = system.refs.contains { $0.contains(".I") }
    let isMeasurable = hasGauge || decisions.contains { $0.route == .data || $0.route == .time }
    return SystemFace(status: isMeasurable ? .missing : .notApplicable, evidence: [])
  }

  private static func simulate(
    _ system: MarketSystem,
    _ registries: SystemRegistries
  ) -> SystemFace {
    let own = registries.experiments.filter { $0.systems.contains(system.id) }
    guard !own.isEmpty else { return SystemFace(status: .missing, evidence: []) }
    return SystemFace(
      status: SimulationSummary(own, of: system.id).isWhole ? .works : .partial,
      summary: SimulationSummary(own, of: system.id).text,
      evidence: own.map { entry in
        let outcome = entry.isReproduced.map { $0 ? "reproduced: " : "not reproduced: " } ?? ""
        return SystemFace.Entry(registry: "experiment", id: entry.id, text: outcome + entry.text)
      }
    )
  }

  private static func judge(
    _ claims: [Claim],
    _ decisions: [ClaimDecision],
    _ registries: SystemRegistries
  ) -> SystemFace {
    guard !claims.isEmpty else { return SystemFace(status: .missing, evidence: []) }
    let ids = Set(claims.map(\.id))
    let named = Set(decisions.compactMap(\.forecast))
    let forecasts = registries.forecasts.filter { forecast in
      named.contains(forecast.id) || !ids.isDisjoint(with: forecast.claims)
    }
    let recorded = Set(forecasts.map(\.id))
    let isDecidable = decisions.contains { decision in
      switch decision.route {
      case .arithmetic: true
      case .data: EvidenceRules.rule(for: decision.id) != nil
      case .time:
        decision.forecast.map(recorded.contains)
          ?? (decision.due != nil && EvidenceRules.rule(for: decision.id) != nil)
      case .experiment: decision.experiment?.settles == true
      case .untestable: false
      }
    }
    let isUntestable = decisions.allSatisfy { $0.route == .untestable }
    let entries =
      zip(claims, decisions).map { claim, decision in
        SystemFace.Entry(
          registry: "claim",
          id: claim.id,
          text: "\(decision.route.rawValue): \(claim.statement)"
        )
      }
      + forecasts.map {
        SystemFace.Entry(registry: "forecast", id: $0.id, text: $0.text)
      }
    return SystemFace(
      status: isUntestable ? .notApplicable : isDecidable ? .works : .partial,
      evidence: entries
    )
  }
}
