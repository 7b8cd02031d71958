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
  /// - A system is **measured** if an indicator names it and nothing that the sources state of it is left
  ///   out. A stated part that no indicator reads is partial; so is a face of which readings are given
  ///   and none has a value. Without an indicator it is not applicable, with the written reason.
  /// - It is **simulated** if an experiment covers it whole with its control and nothing that the sources
  ///   state is left out; a part or no control is partial. Whether what came out is what the source says
  ///   does not matter: a number that is not reproduced is a finding. The summary counts both kinds.
  ///   Without an experiment it is not applicable, with the written reason.
  /// - It is **judged** if a claim of it is decided by figures, by series that a rule reads, by an
  ///   experiment that settles it, or by a forecast of the record; if all its claims wait for experiments
  ///   or for data that has no source the face is partial, and if nothing could decide any of them it is
  ///   not applicable. What they wait for is read from their decisions.
  ///
  /// A face with no entry of a registry and no written reason is `missing`, which is an error of the
  /// program: a test finds it.
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
        measure: measure(system, registries),
        simulate: simulate(system, registries),
        judge: judge(claims, decided, registries)
      )
    }
  }

  private static func measure(
    _ system: MarketSystem,
    _ registries: SystemRegistries
  ) -> SystemFace {
    let own = registries.indicators.filter { $0.systems.contains(system.id) }
    guard !own.isEmpty else { return absent(FaceReasons.measure[system.id]) }
    let known = own.compactMap(\.hasValue)
    var missing: [String] = []
    if !known.isEmpty, !known.contains(true) {
      missing.append("a value on this store: " + own.map(\.text).joined(separator: "; "))
    }
    if let gap = MeasureGaps.gap(of: system.id) { missing.append(gap) }
    return SystemFace(
      status: missing.isEmpty ? .works : .partial,
      summary: known.isEmpty ? "" : "\(known.count { $0 }) of \(known.count) with a value",
      missing: missing.isEmpty ? nil : missing.joined(separator: "; "),
      evidence: own.map { SystemFace.Entry(registry: "indicator", id: $0.id, text: $0.text) }
    )
  }

  private static func simulate(
    _ system: MarketSystem,
    _ registries: SystemRegistries
  ) -> SystemFace {
    let own = registries.experiments.filter { $0.systems.contains(system.id) }
    guard !own.isEmpty else { return absent(nil) }
    let summary = SimulationSummary(own, of: system.id)
    return SystemFace(
      status: summary.isWhole ? .works : .partial,
      summary: summary.text,
      missing: summary.isWhole
        ? nil : summary.gap ?? "an experiment of the whole system with its control",
      evidence: own.map { entry in
        let outcome = entry.isReproduced.map { $0 ? "reproduced: " : "not reproduced: " } ?? ""
        return SystemFace.Entry(
          registry: "experiment",
          id: entry.id,
          text: outcome + entry.text,
          isReproduced: entry.isReproduced
        )
      }
    )
  }

  /// A face without an entry of a registry: the reason makes it not applicable.
  private static func absent(_ reason: String?) -> SystemFace {
    SystemFace(status: reason == nil ? .missing : .notApplicable, reason: reason, evidence: [])
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
    let waits = decisions.map { waiting($0) }.joined(separator: "; ")
    return SystemFace(
      status: isUntestable ? .notApplicable : isDecidable ? .works : .partial,
      missing: isUntestable || isDecidable ? nil : waits,
      reason: isUntestable ? waits : nil,
      evidence: entries
    )
  }

  /// What a claim that nothing decides waits for.
  private static func waiting(_ decision: ClaimDecision) -> String {
    let reason = decision.reason.last == "." ? String(decision.reason.dropLast()) : decision.reason
    return "\(decision.id): \(reason)" + (decision.needs.map { " (needs \($0))" } ?? "")
  }
}
