/// What an article advises somebody to do.
public struct Strategy: Hashable, Sendable, Decodable, FactRecord {
  /// `S0.ST01`.
  public let id: String
  /// Its name.
  public let name: String
  /// Who is advised.
  public let who: String
  /// What to do.
  public let action: String
  /// When to do it.
  public let trigger: String
  /// The statements behind it.
  public let refs: [String]
}
