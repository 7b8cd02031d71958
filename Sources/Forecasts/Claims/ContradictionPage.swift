import Observatory

/// A page that puts the readings of a contradiction side by side with what the data says.
public struct ContradictionPage: Hashable, Sendable {
  /// The contradiction.
  public let contradiction: Contradiction
  /// The name of the file: `X01.md`.
  public var name: String { "\(contradiction.id).md" }

  private let base: FactBase
  private let assessments: [String: ClaimAssessment]
  private let asOf: String

  /// Creates a page.
  ///
  /// - Parameters:
  ///   - contradiction: The contradiction.
  ///   - base: The fact base it belongs to.
  ///   - assessments: The verdicts of all claims.
  ///   - asOf: The date of the data, as the page shows it.
  public init(
    _ contradiction: Contradiction,
    base: FactBase,
    assessments: [ClaimAssessment],
    asOf: String
  ) {
    self.contradiction = contradiction
    self.base = base
    self.assessments = Dictionary(uniqueKeysWithValues: assessments.map { ($0.claim, $0) })
    self.asOf = asOf
  }

  /// Two pages are equal if their text is.
  public static func == (lhs: ContradictionPage, rhs: ContradictionPage) -> Bool {
    lhs.text == rhs.text
  }

  /// Feeds the text to a hasher.
  public func hash(into hasher: inout Hasher) { hasher.combine(text) }

  /// The claims of a reading, in order.
  private func claims(of position: Contradiction.Position) -> [Claim] {
    position.refs.compactMap { reference in base.claims.first { $0.id == reference } }
  }

  /// The page as Markdown.
  public var text: String {
    var lines = ["# \(contradiction.id): \(contradiction.topic)", ""]
    lines += ["## The readings", ""]
    lines += ["| article | says | rests on |", "|---|---|---|"]
    for position in contradiction.positions {
      let refs = position.refs.joined(separator: ", ")
      lines.append("| \(position.seed) | \(position.says) | \(refs) |")
    }
    lines += ["", "## What the data says", ""]
    lines.append("As of \(asOf), from `clino claims check`; verdicts change with the store.")
    for position in contradiction.positions {
      lines += ["", "### \(position.seed): \(position.says)", ""]
      let claims = claims(of: position)
      if claims.isEmpty {
        lines.append("No claim of the registry states this reading, so no verdict exists.")
      }
      for claim in claims { lines += self.lines(of: claim) }
    }
    lines += ["", "## What would decide", "", contradiction.resolutionTest]
    let systems = base.systems(of: contradiction.id).map { "\($0.id) \($0.name)" }
    lines += ["", "## How both stay selectable", "", contradiction.productTreatment]
    if !systems.isEmpty { lines += ["", "Systems: \(systems.joined(separator: "; "))."] }
    return lines.joined(separator: "\n") + "\n"
  }

  private func lines(of claim: Claim) -> [String] {
    guard let assessment = assessments[claim.id] else { return [] }
    let verdict = assessment.verdict.rawValue.replacing("_", with: " ")
    var lines = ["- **\(claim.id)** \(claim.statement): **\(verdict)**."]
    for evidence in assessment.evidence where evidence.number != nil && evidence.kind == .data {
      lines.append("  - \(evidence.text)\(Self.interval(evidence))")
    }
    if lines.count == 1, let first = assessment.evidence.first {
      lines.append("  - \(first.text)")
    }
    for missing in assessment.missing.prefix(2) { lines.append("  - Missing: \(missing.what).") }
    return lines
  }

  private static func interval(_ evidence: Evidence) -> String {
    guard let number = evidence.number, let interval = number.interval else { return "" }
    let level = (interval.level * 100).shown
    return
      " Estimate \(number.value.shown) \(number.unit), \(level)% interval \(interval.low.shown) to "
      + "\(interval.high.shown)."
  }
}
