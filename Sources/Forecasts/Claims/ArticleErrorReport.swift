/// The mistakes of the articles, each with what is right and how that is known.
public enum ArticleErrorReport {
  /// Every error on record once: computed where a claim's examination could, else as recorded.
  ///
  /// - Parameters:
  ///   - base: The fact base.
  ///   - assessments: The verdicts, which hold the corrections that were computed.
  /// - Returns: One correction an error, in the order of the record.
  public static func corrections(
    _ base: FactBase,
    _ assessments: [ClaimAssessment]
  ) -> [Correction] {
    var computed: [String: Correction] = [:]
    for correction in assessments.flatMap(\.corrections) where correction.number != nil {
      if computed[correction.error] == nil { computed[correction.error] = correction }
    }
    return base.errors.map { computed[$0.id] ?? Correction(recorded: $0) }
  }
}
