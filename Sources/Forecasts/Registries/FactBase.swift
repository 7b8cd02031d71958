import Observatory

/// Everything the articles state, as data: facts, mechanisms, gauges, claims, futures, advice,
/// contradictions, errors and targets, and the systems they describe.
///
/// The figures are the articles' own, right or wrong. Nothing here is a verdict.
public struct FactBase: Sendable {
  /// The articles.
  public var articles: [Article]
  /// The figures.
  public var facts: [Fact]
  /// The chains of causes.
  public var mechanisms: [Mechanism]
  /// The gauges.
  public var indicators: [SourceIndicator]
  /// The claims.
  public var claims: [Claim]
  /// The futures.
  public var scenarios: [SourceScenario]
  /// The advice.
  public var strategies: [Strategy]
  /// The contradictions.
  public var contradictions: [Contradiction]
  /// The errors.
  public var errors: [ArticleError]
  /// The targets.
  public var targets: [Target]
  /// The systems.
  public var systems: [MarketSystem]
  /// How each claim is decided.
  public var decisions: [ClaimDecision]

  /// Reads the fact base that is part of the program and checks it.
  ///
  /// - Throws: ``FactBaseError``.
  /// - Complexity: about 10 ms for 300 kB of text.
  public static func embedded() throws(FactBaseError) -> FactBase {
    let base = try unchecked()
    try base.checkIntegrity()
    return base
  }

  /// Reads the fact base without checking it: for tests that break it first.
  static func unchecked() throws(FactBaseError) -> FactBase {
    FactBase(
      articles: try FactFile.articles.records(of: Article.self),
      facts: try FactFile.facts.records(of: Fact.self),
      mechanisms: try FactFile.mechanisms.records(of: Mechanism.self),
      indicators: try FactFile.indicators.records(of: SourceIndicator.self),
      claims: try FactFile.claims.records(of: Claim.self),
      scenarios: try FactFile.scenarios.records(of: SourceScenario.self),
      strategies: try FactFile.strategies.records(of: Strategy.self),
      contradictions: try FactFile.contradictions.records(of: Contradiction.self),
      errors: try FactFile.errors.records(of: ArticleError.self),
      targets: try FactFile.targets.records(of: Target.self),
      systems: try FactFile.systems.records(of: MarketSystem.self),
      decisions: try FactFile.decisions.records(of: ClaimDecision.self)
    )
  }

  /// The claim with an id.
  ///
  /// - Throws: ``FactBaseError/unknown(kind:id:suggestion:)``.
  public func claim(_ id: String) throws(FactBaseError) -> Claim {
    try record(id, of: "claim", in: claims)
  }

  /// The system with an id.
  ///
  /// - Throws: ``FactBaseError/unknown(kind:id:suggestion:)``.
  public func system(_ id: String) throws(FactBaseError) -> MarketSystem {
    try record(id, of: "system", in: systems)
  }

  /// The systems that a statement belongs to, in the order of the map.
  public func systems(of id: String) -> [MarketSystem] {
    systems.filter { $0.refs.contains(id) }
  }

  /// The errors of the articles that touch a statement.
  public func errors(of id: String) -> [ArticleError] { errors.filter { $0.refs.contains(id) } }

  private func record<Record: FactRecord>(
    _ id: String,
    of kind: String,
    in records: [Record]
  ) throws(FactBaseError) -> Record {
    if let record = records.first(where: { $0.id == id }) { return record }
    let near = Spelling.nearest(to: id, in: records.map(\.id))
    throw .unknown(kind: kind, id: id, suggestion: near)
  }
}
