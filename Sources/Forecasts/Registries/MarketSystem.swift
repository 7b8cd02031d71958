/// One of the systems that the articles describe: a row of the map of the mission.
public struct MarketSystem: Hashable, Sendable, Decodable, FactRecord {
  /// `M0.1`.
  public let id: String
  /// The field's term.
  public let name: String
  /// What it is.
  public let definition: String
  /// The articles that tell it.
  public let seeds: [String]
  /// Who acts in it.
  public let actors: String
  /// What describes its state.
  public let stateVariables: String
  /// What is seen, and the number to reproduce.
  public let observables: String
  /// The statements it rests on.
  public let refs: [String]

  private enum CodingKeys: String, CodingKey {
    case id, name, definition, seeds, actors, observables, refs
    case stateVariables = "state"
  }
}
