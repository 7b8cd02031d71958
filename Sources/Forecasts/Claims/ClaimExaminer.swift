public import Observatory
public import Quantities

/// Gives every claim its verdict and its evidence, from the fact base and a store of series.
///
/// Where figures are stated they are computed again. Where series decide, the family of the claim reads
/// them as they could be known at the date. What neither decides stays open and says what would decide
/// it. The analyst's own reading of a claim is never used.
public struct ClaimExaminer: Sendable {
  /// The claims and how they are decided.
  public let base: FactBase
  private let decisions: [String: ClaimDecision]
  private let experiments: [String: SystemRegistries.ExperimentEntry]

  /// Creates an examiner of the claims of a fact base that passed its integrity check.
  ///
  /// - Parameters:
  ///   - base: The claims and their decisions.
  ///   - experiments: The experiments with what they gave; without them no experiment has a result.
  public init(_ base: FactBase, experiments: [SystemRegistries.ExperimentEntry] = []) {
    self.base = base
    self.experiments = Dictionary(experiments.map { ($0.id, $0) }) { first, _ in first }
    decisions = Dictionary(uniqueKeysWithValues: base.decisions.map { ($0.id, $0) })
  }

  /// The verdicts of all claims, in their order.
  ///
  /// - Parameters:
  ///   - reader: The store; an empty ``MemoryStore`` where there is none.
  ///   - asOf: Nothing that became knowable later is read.
  /// - Returns: One assessment a claim.
  /// - Throws: ``StoreError`` if the store fails; missing series are a verdict, not an error.
  public func assessments(
    _ reader: any SeriesReader,
    asOf: Instant
  ) throws(StoreError) -> [ClaimAssessment] {
    let view = MarketView(reader, asOf: asOf)
    var result: [ClaimAssessment] = []
    for claim in base.claims { result.append(try assessment(of: claim, view)) }
    return result
  }

  /// The verdict of one claim.
  public func assessment(
    of claim: Claim,
    _ view: MarketView
  ) throws(StoreError) -> ClaimAssessment {
    guard let decision = decisions[claim.id] else {
      preconditionFailure("\(claim.id) has no decision")
    }
    let errors = base.errors.filter { error in
      error.refs.contains(claim.id) || !Set(error.refs).isDisjoint(with: claim.facts)
    }
    let figures = Recomputation(claim: claim, decision: decision)
    var examination = Examination(
      claim: claim,
      decision: decision,
      errors: errors,
      view: view
    )
    var finding: Finding?
    var missing: [MissingSeries] = []
    if let rule = EvidenceRules.rule(for: claim.id) {
      do throws(EvidenceGap) {
        let found = try rule(&examination)
        guard found.isFinite else { throw EvidenceGap.missing([Self.senseless]) }
        finding = found
      } catch {
        switch error {
        case .missing(let series): missing = series
        case .store(let error): throw error
        }
      }
    }
    return verdict(
      Draft(
        claim: claim,
        decision: decision,
        errors: errors,
        figures: figures,
        notes: examination.notes.filter { $0.number?.isFinite ?? true },
        missing: missing,
        isDue: examination.isDue
      ),
      finding
    )
  }

  /// What is missing where stored values give no finite number.
  private static let senseless = MissingSeries(
    what: "values that make sense: what is stored gives no finite number",
    remedy: "clino data verify, then import the files again"
  )

  /// Everything known about a claim before its verdict.
  private struct Draft {
    let claim: Claim
    let decision: ClaimDecision
    let errors: [ArticleError]
    let figures: Recomputation
    let notes: [Evidence]
    var missing: [MissingSeries]
    let isDue: Bool
  }

  private func verdict(_ draft: Draft, _ finding: Finding?) -> ClaimAssessment {
    var draft = draft
    if let needs = draft.decision.needs {
      draft.missing.append(
        MissingSeries(what: needs, remedy: "no catalogue file holds it: add a source for it")
      )
    }
    switch finding {
    case .decided(let verdict, let decisive, let further, let computed):
      return ClaimAssessment(
        claim: draft.claim.id,
        verdict,
        by: decisive,
        further: further + draft.notes + draft.figures.evidence + standing(draft),
        corrections: corrections(draft.errors, computed),
        missing: draft.missing
      )
    case .open(let evidence, let computed, let missing):
      draft.missing += missing
      return open(draft, evidence, computed, isExamined: missing.isEmpty)
    case nil:
      return open(draft, [], [], isExamined: false)
    }
  }

  private func open(
    _ draft: Draft,
    _ evidence: [Evidence],
    _ computed: [Correction],
    isExamined: Bool
  ) -> ClaimAssessment {
    let corrections = corrections(draft.errors, computed)
    let route = draft.decision.route
    if route == .arithmetic || route == .data,
      let (verdict, decisive, others) = draft.figures.outcome
    {
      return ClaimAssessment(
        claim: draft.claim.id,
        verdict,
        by: decisive,
        further: others + evidence + draft.notes + draft.figures.stated + standing(draft),
        corrections: corrections,
        missing: draft.missing
      )
    }
    if route == .experiment, let found = settled(draft, evidence) { return found }
    let verdict: ClaimAssessment.Open =
      switch route {
      case .untestable: .untestable
      case .data, .arithmetic: isExamined ? .undecided : .noData
      case .time: draft.isDue && !isExamined ? .noData : .undecided
      case .experiment: .undecided
      }
    return ClaimAssessment(
      claim: draft.claim.id,
      verdict,
      evidence: evidence + draft.notes + draft.figures.evidence + standing(draft),
      corrections: corrections,
      missing: draft.missing
    )
  }

  /// The verdict of a claim about what a mechanism does, by the experiments that ask it; nil where they
  /// do not settle it or have no result.
  private func settled(_ draft: Draft, _ evidence: [Evidence]) -> ClaimAssessment? {
    guard let experiment = draft.decision.experiment else { return nil }
    let link = ExperimentLink(experiment, experiments)
    guard let verdict = link.verdict else { return nil }
    return ClaimAssessment(
      claim: draft.claim.id,
      verdict,
      by: link.evidence,
      further: evidence + draft.notes + draft.figures.evidence + standing(draft),
      corrections: corrections(draft.errors, []),
      missing: draft.missing
    )
  }

  /// How the claim is decided, whatever the data says: the experiment, the forecast, the reason.
  private func standing(_ draft: Draft) -> [Evidence] {
    var result: [Evidence] = []
    if let experiment = draft.decision.experiment {
      result.append(
        Evidence(
          .experiment,
          "System \(experiment.system): \(experiment.quantity). Treated: \(experiment.treated). "
            + "Control: \(experiment.control). " + ExperimentLink(experiment, experiments).text
        )
      )
    }
    if let forecast = draft.decision.forecast {
      result.append(
        Evidence(.reason, "Forecast \(forecast) of the record scores it.")
      )
    }
    var reason = draft.decision.reason
    if let due = draft.decision.due { reason += " Date: \(due)." }
    result.append(Evidence(.reason, reason, errors: draft.errors.map(\.id)))
    return result
  }

  /// The errors that touch a claim: computed corrections first, then those only on record.
  private func corrections(_ errors: [ArticleError], _ computed: [Correction]) -> [Correction] {
    let known = Set(computed.map(\.error))
    return computed
      + errors.filter { !known.contains($0.id) }.map { Correction(recorded: $0) }
  }
}
