import Forecasts
import Observatory
import Quantities
import Reports

extension ClaimsDocument {
  /// One claim for a person: what it says, what it rests on, the verdict, every reason with its number,
  /// the errors of the articles, and what is missing.
  func story(of claim: Claim, _ assessment: ClaimAssessment) -> [String] {
    var lines = ["\(claim.id) (\(claim.kind.rawValue)): \(claim.statement)", ""]
    for system in base.systems(of: claim.id) {
      lines.append("  system   \(system.id) \(system.name)")
    }
    for fact in base.facts where claim.facts.contains(fact.id) {
      lines.append("  states   \(fact.id) \(fact.subject)\(Self.stated(fact))")
    }
    lines.append("  decided  \(claim.decidedBy)")
    if let deadline = claim.deadline { lines.append("  deadline \(deadline)") }
    lines += ["", "Verdict: \(assessment.verdict.words)", ""]
    for evidence in assessment.evidence { lines += Self.lines(of: evidence) }
    if !assessment.corrections.isEmpty { lines += ["", "Errors of the articles:"] }
    for correction in assessment.corrections {
      lines.append("  \(correction.error): \(correction.stated)")
      lines.append("       right: \(correction.corrected) (\(correction.provenance))")
    }
    if !assessment.missing.isEmpty { lines += ["", "Missing:"] }
    for missing in assessment.missing {
      lines += ["  \(missing.what)", "       \(missing.remedy)"]
    }
    return lines
  }

  private static func stated(_ fact: Fact) -> String {
    guard let value = fact.value else { return "" }
    let text =
      switch value {
      case .number(let number): number.plain
      case .numbers(let numbers): numbers.map(\.plain).joined(separator: ", ")
      case .words(let words): words
      }
    return ": \(fact.relation == .equal ? "" : "\(fact.relation.rawValue) ")\(text)"
      + (fact.unit.map { " \($0)" } ?? "")
  }

  private static func lines(of evidence: Evidence) -> [String] {
    var lines = ["  [\(evidence.kind.rawValue)] \(evidence.text)"]
    if let number = evidence.number {
      var line = "      computed \(number.value.shown) \(number.unit)"
      if let interval = number.interval {
        line += ", \((interval.level * 100).shown)% interval \(interval.low.shown) to "
        line += "\(interval.high.shown) (\(interval.method))"
      }
      if let expected = evidence.expected { line += "; expected \(expected)" }
      lines.append(line)
    }
    if let window = evidence.window {
      lines.append("      window   \(window.lowerBound) to \(window.upperBound)")
    }
    for use in evidence.sources {
      let files = use.provenance.map { "\($0.origin) \($0.sha256.prefix(12))" }
      let newest = use.newest.map { "to \($0)" } ?? "empty"
      lines.append(
        "      series   \(use.description.id) \(newest)"
          + (files.isEmpty ? "" : " from \(files.joined(separator: ", "))")
      )
    }
    return lines
  }
}

extension JSONValue {
  /// A reason for a verdict.
  init(_ evidence: Evidence) {
    self = [
      "kind": .string(evidence.kind.rawValue), "text": .string(evidence.text),
      "value": evidence.number.map { .number($0.value) } ?? .null,
      "unit": evidence.number.map { .string($0.unit) } ?? .null,
      "interval": evidence.number?.interval.map { interval in
        [
          "low": .number(interval.low), "high": .number(interval.high),
          "level": .number(interval.level), "method": .string(interval.method),
        ]
      } ?? .null,
      "observations": evidence.number?.observations.map { JSONValue($0) } ?? .null,
      "expected": evidence.expected.map(JSONValue.string) ?? .null,
      "expression": evidence.expression.map(JSONValue.string) ?? .null,
      "series": .array(evidence.sources.map { .string($0.description.id.name) }),
      "window": evidence.window.map { window in
        ["first": .string("\(window.lowerBound)"), "last": .string("\(window.upperBound)")]
      } ?? .null,
      "provenance": .array(Self.files(of: evidence)),
      "errors": .array(evidence.errors.map(JSONValue.string)),
    ]
  }

  private static func files(of evidence: Evidence) -> [JSONValue] {
    var seen: Set<String> = []
    return evidence.sources.flatMap(\.provenance).filter { seen.insert($0.sha256).inserted }
      .map { file in
        [
          "origin": .string(file.origin), "sha256": .string(file.sha256),
          "licence": .string(file.licence),
        ]
      }
  }

  /// An error of the articles with what is right.
  init(_ correction: Correction) {
    self = [
      "error": .string(correction.error), "stated": .string(correction.stated),
      "corrected": .string(correction.corrected), "provenance": .string(correction.provenance),
      "value": correction.number.map { .number($0.value) } ?? .null,
      "unit": correction.number.map { .string($0.unit) } ?? .null,
    ]
  }
}
