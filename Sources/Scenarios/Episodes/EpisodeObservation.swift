/// An input of an episode that was observed: a number, and the fact or series that it comes from.
public struct EpisodeObservation: Hashable, Sendable {
  /// What it is.
  public var quantity: String
  /// How much.
  public var value: Double
  /// The unit of ``value``.
  public var unit: String
  /// The id of a fact or the name of a series.
  public var source: String
  /// A remark, or nil.
  public var note: String?

  /// Creates an observation.
  public init(
    _ quantity: String,
    value: Double,
    unit: String,
    source: String,
    note: String? = nil
  ) {
    self.quantity = quantity
    self.value = value
    self.unit = unit
    self.source = source
    self.note = note
  }
}
