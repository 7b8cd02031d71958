/// A statement of an article that can be right or wrong.
public struct Claim: Hashable, Sendable, Decodable, FactRecord {
  /// What sort of statement a claim is.
  public enum Kind: String, Hashable, Sendable, Decodable, CaseIterable {
    /// Figures that must fit each other.
    case arithmetic
    /// Something that happened.
    case historical
    /// Something that causes something else.
    case causal
    /// Something that will happen.
    case forecast
    /// A property of a model.
    case theory
    /// A matter of words.
    case definitional
  }

  /// What the stated figures say about each other.
  public struct Consistency: Hashable, Sendable, Decodable {
    /// The analyst's reading; verdicts never rest on it.
    public let verdict: String
    /// Computations over the stated figures.
    public let arithmetic: [Arithmetic]?
    /// A remark.
    public let comment: String?
  }

  /// A computation over stated figures.
  public struct Arithmetic: Hashable, Sendable, Decodable {
    /// What is computed; nil where the expression speaks for itself.
    public let label: String?
    /// The expression, as ``Expression`` reads it.
    public let expr: String
    /// What the article says the result is; nil where it says nothing.
    public let stated: Double?

    private enum CodingKeys: String, CodingKey {
      case label, expr
      case stated = "article_says"
    }

    /// Whether the inputs are recalled rather than stated by the article.
    public var isRecalled: Bool { label?.contains("general knowledge") ?? false }
  }

  /// `S0.C01`.
  public let id: String
  /// What sort of statement it is.
  public let kind: Kind
  /// The statement.
  public let statement: String
  /// What would decide it.
  public let decidedBy: String
  /// The data that needs.
  public let dataNeeded: String
  /// When it must have come true; nil without a date.
  public let deadline: String?
  /// Whether the article or the analyst set the date.
  public let deadlineSetBy: String?
  /// The probability that the article gives; nil without one.
  public let probability: Double?
  /// What the stated figures say about each other.
  public let consistency: Consistency
  /// The facts it rests on.
  public let facts: [String]

  private enum CodingKeys: String, CodingKey {
    case id, statement, deadline, probability, consistency, facts
    case kind = "type"
    case decidedBy = "decided_by"
    case dataNeeded = "data_needed"
    case deadlineSetBy = "deadline_set_by"
  }
}
