/// The stated figures of a claim, computed again.
struct Recomputation {
  /// The conditions that decide, with their values.
  let checks: [(holds: Bool, evidence: Evidence)]
  /// The other computations over stated figures, which decide nothing.
  let stated: [Evidence]

  /// Evaluates every expression; one that cannot be evaluated traps, since it is part of the program
  /// and a test evaluates all of them.
  init(claim: Claim, decision: ClaimDecision) {
    checks = (decision.checks ?? []).map { check in
      let value = Self.value(check.expr, of: claim)
      return (
        check.holds(value),
        Evidence(
          .recomputation,
          "\(check.expr) = \(value.shown) \(check.unit)",
          number: ComputedNumber(value, unit: check.unit),
          expected: check.expectation,
          expression: check.expr
        )
      )
    }
    let decided = Set((decision.checks ?? []).map(\.expr))
    let others = (claim.consistency.arithmetic ?? []).filter { !decided.contains($0.expr) }
    stated = others.map { item in
      let value = Self.value(item.expr, of: claim)
      let label = item.label.map { "\($0): " } ?? ""
      let recalled = item.isRecalled ? " (inputs recalled, not stated and not verified)" : ""
      return Evidence(
        .recomputation,
        "\(label)\(item.expr) = \(value.shown)\(recalled)",
        number: ComputedNumber(value, unit: "as labelled"),
        expected: item.stated.map { "the article says \($0.plain)" },
        expression: item.expr
      )
    }
  }

  /// Everything computed, the deciding conditions first.
  var evidence: [Evidence] { checks.map(\.evidence) + stated }

  /// The verdict of the conditions, the one that decides, and the rest; nil without conditions.
  var outcome: (ClaimAssessment.Decided, Evidence, [Evidence])? {
    guard let first = checks.first else { return nil }
    let held = checks.count { $0.holds }
    let verdict: ClaimAssessment.Decided =
      held == checks.count ? .supported : held == 0 ? .contradicted : .mixed
    let decisive = checks.first { $0.holds == (verdict == .supported) } ?? first
    let rest = checks.map(\.evidence).filter { $0 != decisive.evidence }
    return (verdict, decisive.evidence, rest)
  }

  private static func value(_ expression: String, of claim: Claim) -> Double {
    do throws(ExpressionError) {
      return try Expression.value(of: expression)
    } catch {
      preconditionFailure("\(claim.id): \(error)")
    }
  }
}
