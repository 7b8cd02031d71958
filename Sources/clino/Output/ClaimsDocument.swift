import Forecasts
import Observatory
import Quantities
import Reports

/// Claims, examined or not, ready to be printed in any form.
struct ClaimsDocument {
  let base: FactBase
  let claims: [Claim]
  /// The verdicts, in the order of the claims; nil where nothing was examined.
  let assessments: [ClaimAssessment]?
  let asOf: Instant?

  /// How many claims have each verdict.
  private var counts: [(verdict: ClaimVerdict, count: Int)] {
    ClaimVerdict.allCases.map { verdict in
      (verdict, (assessments ?? []).count { $0.verdict == verdict })
    }
  }

  var headline: String {
    let words = counts.filter { $0.count > 0 }.map { "\($0.count) \($0.verdict.words)" }
    return "\(claims.count) claims: \(words.joined(separator: ", "))."
  }

  var json: JSONValue {
    var object: JSONObject = ["schema": "clino.claims/1"]
    object["as_of"] = asOf.map { .string("\($0)") } ?? .null
    object["claims"] = .array(
      claims.indices.map { index in
        .object(json(of: claims[index], assessments.map { $0[index] }))
      }
    )
    if assessments != nil {
      object["verdicts"] = .object(
        JSONObject(
          counts.map { JSONObject.Member(key: $0.verdict.rawValue, value: JSONValue($0.count)) }
        )
      )
    }
    return .object(object)
  }

  private func json(of claim: Claim, _ assessment: ClaimAssessment?) -> JSONObject {
    [
      "id": .string(claim.id), "statement": .string(claim.statement),
      "kind": .string(claim.kind.rawValue),
      "systems": .array(base.systems(of: claim.id).map { .string($0.id) }),
      "verdict": assessment.map { .string($0.verdict.rawValue) } ?? .null,
      "evidence": .array((assessment?.evidence ?? []).map(JSONValue.init)),
      "corrections": .array((assessment?.corrections ?? []).map(JSONValue.init)),
      "missing": .array(
        (assessment?.missing ?? []).map {
          ["what": .string($0.what), "remedy": .string($0.remedy)]
        }
      ),
      "facts": .array(claim.facts.map(JSONValue.string)),
      "probability": claim.probability.map(JSONValue.number) ?? .null,
      "deadline": claim.deadline.map(JSONValue.string) ?? .null,
    ]
  }

  /// The claims, unexamined.
  var listTable: Table {
    Table(
      title: "Claims",
      columns: [
        TableColumn(key: "id", title: "Claim"), TableColumn(key: "kind", title: "Kind"),
        TableColumn(key: "systems", title: "Systems"),
        TableColumn(key: "deadline", title: "Deadline"),
        TableColumn(key: "statement", title: "Statement"),
      ],
      rows: claims.map { claim in
        [
          .text(claim.id), .text(claim.kind.rawValue), .text(systems(of: claim)),
          claim.deadline.map(TableCell.text) ?? .missing, .text(claim.statement),
        ]
      }
    )
  }

  /// One row a claim: its verdict and the reason that comes first.
  var verdictTable: Table {
    Table(
      title: "Verdicts",
      columns: [
        TableColumn(key: "id", title: "Claim"), TableColumn(key: "verdict", title: "Verdict"),
        TableColumn(key: "systems", title: "Systems"),
        TableColumn(key: "statement", title: "Statement"),
        TableColumn(key: "evidence", title: "Evidence"),
      ],
      rows: zip(claims, assessments ?? []).map { claim, assessment in
        [
          .text(claim.id), .text(assessment.verdict.words), .text(systems(of: claim)),
          .text(claim.statement), .text(assessment.evidence.first?.text ?? ""),
        ]
      }
    )
  }

  /// One row a reason.
  var evidenceTable: Table {
    Table(
      title: "Evidence",
      columns: [
        TableColumn(key: "id", title: "Claim"), TableColumn(key: "kind", title: "Kind"),
        TableColumn(key: "text", title: "Says"),
        TableColumn(key: "value", title: "Value", format: .number(decimals: 6)),
        TableColumn(key: "unit", title: "Unit"), TableColumn(key: "expected", title: "Expected"),
      ],
      rows: (assessments ?? []).flatMap { assessment in
        assessment.evidence.map { evidence in
          [
            .text(assessment.claim), .text(evidence.kind.rawValue), .text(evidence.text),
            evidence.number.map { .number($0.value) } ?? .missing,
            evidence.number.map { .text($0.unit) } ?? .missing,
            evidence.expected.map(TableCell.text) ?? .missing,
          ]
        }
      }
    )
  }

  private func systems(of claim: Claim) -> String {
    base.systems(of: claim.id).map(\.id).joined(separator: " ")
  }
}

extension ClaimVerdict {
  /// The verdict in words.
  var words: String { self == .noData ? "no data" : rawValue }
}
