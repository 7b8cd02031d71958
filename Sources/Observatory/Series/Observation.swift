public import Quantities

/// One published value with its two clocks.
public struct Observation: Hashable, Sendable {
  /// The time the value describes: the **start** of its period, or the moment itself.
  public let refersTo: Instant
  /// Tells values of one series and one time apart (several purchases on a day); 0 where there is one.
  public let ordinal: Int
  /// The first time at which the value could be known.
  public let knowableAt: Instant
  /// The value as published, in the unit of the series.
  public let value: ExactDecimal

  /// Creates an observation.
  public init(refersTo: Instant, ordinal: Int = 0, knowableAt: Instant, value: ExactDecimal) {
    self.refersTo = refersTo
    self.ordinal = ordinal
    self.knowableAt = knowableAt
    self.value = value
  }
}
