/// A question on which the articles, or one article with itself, disagree.
public struct Contradiction: Hashable, Sendable, Decodable, FactRecord {
  /// One reading.
  public struct Position: Hashable, Sendable, Decodable {
    /// The article: `S0`.
    public let seed: String
    /// What it says.
    public let says: String
    /// Where it says so.
    public let refs: [String]
  }

  /// `X01`.
  public let id: String
  /// The question.
  public let topic: String
  /// The readings, in order of article.
  public let positions: [Position]
  /// What would decide between them.
  public let resolutionTest: String
  /// How both readings are kept selectable.
  public let productTreatment: String

  private enum CodingKeys: String, CodingKey {
    case id, topic, positions
    case resolutionTest = "resolution_test"
    case productTreatment = "product_treatment"
  }
}
