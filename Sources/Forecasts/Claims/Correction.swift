/// An error of an article beside what is right, and how that is known.
public struct Correction: Hashable, Sendable {
  /// The error: `E01`.
  public let error: String
  /// What the article says.
  public let stated: String
  /// What is right instead.
  public let corrected: String
  /// `computed`, `from the text` or `unverified: general knowledge`.
  public let provenance: String
  /// The computed figure; nil unless the provenance is `computed`.
  public let number: ComputedNumber?

  /// The correction as the sources' record has it, not computed here.
  public init(recorded error: ArticleError) {
    self.error = error.id
    stated = error.statement
    corrected = error.evidence
    provenance = error.provenance
    number = nil
  }

  /// The correction of an error by a number computed from series.
  public init(_ error: ArticleError, computed text: String, number: ComputedNumber) {
    self.error = error.id
    stated = error.statement
    corrected = text
    provenance = "computed"
    self.number = number
  }
}
