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
}
