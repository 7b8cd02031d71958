/// An input of an episode that nobody published, and why it has its value.
public struct EpisodeAssumption: Hashable, Sendable {
  /// What it is.
  public var quantity: String
  /// How much.
  public var value: Double
  /// The unit of ``value``.
  public var unit: String
  /// Where the value comes from.
  public var why: String

  /// Creates an assumption.
  public init(_ quantity: String, value: Double, unit: String, why: String) {
    self.quantity = quantity
    self.value = value
    self.unit = unit
    self.why = why
  }
}
