/// A gauge that an article reads, as the article defines it.
public struct SourceIndicator: Hashable, Sendable, Decodable, FactRecord {
  /// `S0.I01`.
  public let id: String
  /// Its name.
  public let name: String
  /// How it is computed.
  public let definition: String
  /// How the article reads it.
  public let readsAs: String?
  /// Levels to which the article gives a meaning.
  public let thresholds: [String]
  /// Levels the article compares with.
  public let comparisonPoints: [String]
  /// The data it needs.
  public let dataNeeded: String
  /// The facts it rests on.
  public let facts: [String]

  private enum CodingKeys: String, CodingKey {
    case id, name, definition, thresholds, facts
    case readsAs = "reads_as"
    case comparisonPoints = "comparison_points"
    case dataNeeded = "data_needed"
  }
}
