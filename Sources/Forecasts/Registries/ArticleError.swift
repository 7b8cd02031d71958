/// A mistake of an article, with what is right and how that is known.
public struct ArticleError: Hashable, Sendable, Decodable, FactRecord {
  /// `E01`.
  public let id: String
  /// The article: `S0`.
  public let seed: String
  /// `factual`, `arithmetic`, `logic`, `translation`, `omission`, `text_loss` or `forecast_outcome`.
  public let kind: String
  /// What the article says.
  public let statement: String
  /// What is right instead.
  public let evidence: String
  /// Whether the correction is shown by the text itself or recalled and unverified.
  public let basis: String
  /// The statements it touches.
  public let refs: [String]

  /// Whether the correction follows from the article's own figures.
  public var followsFromText: Bool { basis.hasPrefix("from the text") }

  /// Where the correction comes from, in the words of reports.
  public var provenance: String {
    followsFromText ? "from the text" : "unverified: general knowledge"
  }
}
