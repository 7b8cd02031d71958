/// A named future of an article.
public struct SourceScenario: Hashable, Sendable, Decodable, FactRecord {
  /// `S0.SC01`.
  public let id: String
  /// Its name.
  public let name: String
  /// The probability that the article gives; nil without one.
  public let probability: Double?
  /// Until when.
  public let horizon: String
  /// What happens.
  public let statement: String
  /// What must come first.
  public let conditions: [String]
  /// What follows.
  public let outcomes: [String]
  /// The statements it is made of.
  public let refs: [String]
}
