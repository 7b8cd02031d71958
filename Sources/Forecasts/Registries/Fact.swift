/// A figure or an event as a source states it: right or wrong, never edited.
public struct Fact: Hashable, Sendable, Decodable, FactRecord {
  /// How a stated value relates to its subject.
  public enum Relation: String, Hashable, Sendable, Decodable {
    /// The value.
    case equal = "="
    /// About the value.
    case about = "~"
    /// Below the value.
    case below = "<"
    /// Above the value.
    case above = ">"
    /// At least the value.
    case atLeast = ">="
    /// At most the value.
    case atMost = "<="
    /// Between two values.
    case range
    /// A fact without a number.
    case event
    /// A qualitative anchor.
    case statement
    /// The nearer one to the value.
    case towards = "->"
  }

  /// `S0.F01`.
  public let id: String
  /// What the figure is about.
  public let subject: String
  /// How the value relates to the subject.
  public let relation: Relation
  /// The stated value; nil for a qualitative anchor.
  public let value: FactValue?
  /// The unit of the value; nil for events and anchors.
  public let unit: String?
  /// The date the figure refers to, in the words of the source.
  public let date: String?
  /// Whom the article names as its source.
  public let source: String?
  /// A remark on the figure.
  public let note: String?
  /// Facts that this one states again.
  public let repeats: [String]?

  private enum CodingKeys: String, CodingKey {
    case id, subject, value, unit, date, source, note, repeats
    case relation = "op"
  }
}
