/// Numbers that a simulation of the articles is compared with; never fitted to.
public struct Target: Hashable, Sendable, Decodable, FactRecord {
  /// A named number, range or order of a target.
  public struct Quantity: Hashable, Sendable, Decodable {
    /// The name, parts joined by points.
    public let name: String
    /// The number or the ends of the range; nil where words are stated.
    public let values: [Double]?
    /// The order or the words; nil where numbers are stated.
    public let words: [String]?
  }

  /// `T01`.
  public let id: String
  /// Its name.
  public let name: String
  /// What is measured.
  public let metric: String
  /// The stated numbers.
  public let numbers: [Quantity]
  /// How close counts as reproduced.
  public let suggestedTolerance: String
  /// The statements behind it.
  public let refs: [String]

  private enum CodingKeys: String, CodingKey {
    case id, name, metric, numbers, refs
    case suggestedTolerance = "suggested_tolerance"
  }
}
