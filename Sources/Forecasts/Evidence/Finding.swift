import Observatory

/// What the examination of one claim on data found.
enum Finding {
  /// A number decides.
  case decided(
    ClaimAssessment.Decided,
    by: Evidence,
    further: [Evidence] = [],
    corrections: [Correction] = []
  )
  /// There is evidence, and it does not decide.
  case open([Evidence], corrections: [Correction] = [], missing: [MissingSeries] = [])

  /// Supported if a condition holds, else contradicted.
  static func holds(
    _ condition: Bool,
    by decisive: Evidence,
    further: [Evidence] = [],
    corrections: [Correction] = []
  ) -> Finding {
    .decided(
      condition ? .supported : .contradicted,
      by: decisive,
      further: further,
      corrections: corrections
    )
  }

  /// Whether every number of the finding is finite: stored values that make no sense decide nothing.
  var isFinite: Bool {
    let (evidence, corrections) =
      switch self {
      case .decided(_, let decisive, let further, let corrections):
        ([decisive] + further, corrections)
      case .open(let evidence, let corrections, _): (evidence, corrections)
      }
    return evidence.allSatisfy { $0.number?.isFinite ?? true }
      && corrections.allSatisfy { $0.number?.isFinite ?? true }
  }
}
