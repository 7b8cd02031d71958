extension FactBase {
  /// Checks that ids are unique, that every reference resolves and that nothing was left out.
  ///
  /// - Throws: The first fault as ``FactBaseError``, naming the file and the record.
  public func checkIntegrity() throws(FactBaseError) {
    try checkCounts()
    var known: Set<String> = []
    try collect(articles, .articles, &known)
    try collect(facts, .facts, &known)
    try collect(mechanisms, .mechanisms, &known)
    try collect(indicators, .indicators, &known)
    try collect(claims, .claims, &known)
    try collect(scenarios, .scenarios, &known)
    try collect(strategies, .strategies, &known)
    try collect(contradictions, .contradictions, &known)
    try collect(errors, .errors, &known)
    try collect(targets, .targets, &known)
    try collect(systems, .systems, &known)
    try checkReferences(in: known)
    try checkDecisions()
  }

  private func checkCounts() throws(FactBaseError) {
    let counts: [(FactFile, Int, Int)] = [
      (.articles, articles.count, 5), (.facts, facts.count, 313),
      (.mechanisms, mechanisms.count, 92), (.indicators, indicators.count, 87),
      (.claims, claims.count, 165), (.scenarios, scenarios.count, 20),
      (.strategies, strategies.count, 19), (.contradictions, contradictions.count, 27),
      (.errors, errors.count, 72), (.targets, targets.count, 20), (.systems, systems.count, 45),
      (.decisions, decisions.count, 165),
    ]
    for (file, count, expected) in counts where count != expected {
      throw .countWrong(file: file.name, count: count, expected: expected)
    }
  }

  private func collect(
    _ records: [some FactRecord],
    _ file: FactFile,
    _ known: inout Set<String>
  ) throws(FactBaseError) {
    for record in records {
      guard known.insert(record.id).inserted else {
        throw .idRepeated(file: file.name, id: record.id)
      }
    }
  }

  private func checkReferences(in known: Set<String>) throws(FactBaseError) {
    var links: [(FactFile, String, [String])] = []
    links += facts.map { (.facts, $0.id, $0.repeats ?? []) }
    links += mechanisms.map { (.mechanisms, $0.id, $0.facts) }
    links += indicators.map { (.indicators, $0.id, $0.facts) }
    links += claims.map { (.claims, $0.id, $0.facts) }
    links += scenarios.map { (.scenarios, $0.id, $0.refs) }
    links += strategies.map { (.strategies, $0.id, $0.refs) }
    links += contradictions.map { (.contradictions, $0.id, $0.positions.flatMap(\.refs)) }
    links += errors.map { (.errors, $0.id, $0.refs) }
    links += targets.map { (.targets, $0.id, $0.refs) }
    links += systems.map { (.systems, $0.id, $0.refs) }
    for (file, id, references) in links {
      for reference in references where !known.contains(reference) {
        throw .referenceBroken(file: file.name, id: id, reference: reference)
      }
    }
    let placed = Set(systems.flatMap(\.refs))
    for claim in claims where !placed.contains(claim.id) {
      throw .referenceBroken(file: FactFile.systems.name, id: claim.id, reference: "a system")
    }
  }

  private func checkDecisions() throws(FactBaseError) {
    let file = FactFile.decisions.name
    let claimIDs = Set(claims.map(\.id))
    let systemIDs = Set(systems.map(\.id))
    var decided: Set<String> = []
    for decision in decisions {
      guard claimIDs.contains(decision.id) else {
        throw .referenceBroken(file: file, id: decision.id, reference: decision.id)
      }
      guard decided.insert(decision.id).inserted else {
        throw .idRepeated(file: file, id: decision.id)
      }
      if let system = decision.experiment?.system, !systemIDs.contains(system) {
        throw .referenceBroken(file: file, id: decision.id, reference: system)
      }
    }
  }
}
