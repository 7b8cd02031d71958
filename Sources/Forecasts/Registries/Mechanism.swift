/// A chain of causes as an article tells it.
public struct Mechanism: Hashable, Sendable, Decodable, FactRecord {
  /// One step of a chain.
  public struct Step: Hashable, Sendable, Decodable {
    /// The condition.
    public let when: String
    /// The consequence.
    public let then: String
  }

  /// One of those who act.
  public struct Actor: Hashable, Sendable, Decodable {
    /// The class of participants.
    public let who: String
    /// What they hold or owe.
    public let position: String
  }

  /// `S0.M01`.
  public let id: String
  /// Its name.
  public let name: String
  /// The steps, in order.
  public let chain: [Step]
  /// Who acts, and with which position.
  public let actors: [Actor]
  /// The constraint that forces the actors.
  public let bindingConstraint: String
  /// What would be seen.
  public let observable: String
  /// The facts it rests on.
  public let facts: [String]
  /// A remark.
  public let note: String?

  private enum CodingKeys: String, CodingKey {
    case id, name, chain, actors, observable, facts, note
    case bindingConstraint = "binding_constraint"
  }
}
