/// A level with a meaning, and who gave it that meaning.
public struct IndicatorThreshold: Hashable, Sendable {
  /// The level, in the unit of the indicator.
  public let value: Double
  /// What lies beyond it, such as `above: forced sales exceed the outflow`.
  public let meaning: String
  /// The fact id or the publication it comes from.
  public let source: String

  /// Creates a threshold.
  public init(value: Double, meaning: String, source: String) {
    self.value = value
    self.meaning = meaning
    self.source = source
  }
}
