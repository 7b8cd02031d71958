import Observatory

extension SystemPageContents {
  /// The claims, contradictions, errors and forecasts.
  var judge: [String] {
    var lines = ["## Judge", ""]
    if !claims.isEmpty {
      lines += ["| claim | kind | says | decided by |", "|---|---|---|---|"]
      lines += claims.map { claim in
        PageText.row(
          claim.id,
          claim.kind.rawValue,
          PageText.escaped(claim.statement),
          decisions[claim.id].map(Self.way) ?? "nothing on record"
        )
      }
      lines += [
        "", "    clino claims show \(claims[0].id)", "",
        "gives the verdict on your store with its evidence. It depends on the data and the date, so it is "
          + "not printed here.", "",
      ]
    }
    lines += forecastLines + contradictionLines + errorLines
    guard !prospects.isEmpty else { return lines }
    lines += ["Futures and advice of the sources, on record and not judged as such:", ""]
    lines += prospects.map { "- **\($0.id)** \(PageText.sentence($0.text))" }
    return lines + [""]
  }

  private var forecastLines: [String] {
    guard !forecasts.isEmpty else { return ["No forecast of the record belongs to it.", ""] }
    var lines = ["Forecasts of the sealed record (`clino forecasts score`):", ""]
    lines += ["| forecast | says | issued | decided after |", "|---|---|---|---|"]
    lines += forecasts.map {
      PageText.row($0.id, PageText.escaped($0.statement), "\($0.issued)", "\($0.deadline)")
    }
    return lines + [""]
  }

  private var contradictionLines: [String] {
    guard !contradictions.isEmpty else { return [] }
    let lines = contradictions.map {
      "- [\($0.id)](../contradictions/\($0.id).md) \(PageText.sentence($0.topic))"
    }
    return ["Where the sources disagree:", ""] + lines + [""]
  }

  private var errorLines: [String] {
    guard !errors.isEmpty else { return ["No error of the sources is on record here.", ""] }
    let lines = errors.map { error in
      PageText.row(
        error.id,
        PageText.escaped(error.statement),
        PageText.escaped(error.evidence),
        Self.provenance(of: error)
      )
    }
    return [
      "Errors of the sources in what it rests on (`clino claims errors`):", "",
      "| error | a source says | right is | how that is known |", "|---|---|---|---|",
    ] + lines + [""]
  }

  /// How a correction is known: computed where a rule can, else as recorded.
  private static func provenance(of error: ArticleError) -> String {
    guard CorrectedErrors.ids.contains(error.id) else { return error.provenance }
    return "computed where the store has the data; else \(error.provenance)"
  }

  /// Which experiments ask what a claim says, and whether they settle it.
  private static func experiments(of decision: ClaimDecision) -> String {
    let ids = decision.experiment?.ids ?? []
    guard !ids.isEmpty else { return "an experiment that nobody has built" }
    return decision.experiment?.settles == true
      ? "experiment \(links(ids))" : "the world; experiment \(links(ids)) shows what is possible"
  }

  private static func links(_ ids: [String]) -> String {
    ids.map { "[\($0)](../experiments/\($0).md)" }.joined(separator: ", ")
  }

  /// What decides a claim, in a sentence or two.
  private static func way(_ decision: ClaimDecision) -> String {
    var parts: [String] = []
    switch decision.route {
    case .arithmetic:
      parts.append("the stated figures")
      parts += (decision.checks ?? []).map { check in
        "`\(check.expr)` (\(PageText.escaped(check.unit))), expected \(check.expectation)"
      }
    case .data:
      let isRead = EvidenceRules.rule(for: decision.id) != nil
      parts.append(isRead ? "series of the store, by a rule" : "data, and no rule reads it yet")
    case .experiment:
      parts.append(experiments(of: decision))
    case .time:
      parts.append(decision.forecast.map { "time: forecast \($0)" } ?? "time")
      if let due = decision.due { parts.append("first on \(due)") }
    case .untestable:
      parts.append("nothing")
    }
    if let experiment = decision.experiment {
      if decision.route != .experiment, !experiment.ids.isEmpty {
        parts.append("beside it experiment \(links(experiment.ids))")
      }
      parts.append(
        PageText.escaped(
          "\(experiment.quantity), with \(experiment.treated), against \(experiment.control)"
        )
      )
    }
    var text = parts.joined(separator: "; ") + ". " + PageText.sentence(decision.reason)
    if let needs = decision.needs { text += " Needs \(PageText.sentence(needs))" }
    return text
  }
}
