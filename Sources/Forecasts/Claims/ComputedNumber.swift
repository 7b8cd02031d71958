public import Observatory

/// A number that Clinometer computed itself, from stated figures or from series.
public struct ComputedNumber: Hashable, Sendable {
  /// The value, finite.
  public let value: Double
  /// The unit.
  public let unit: String
  /// The interval around the value, where it is an estimate.
  public let interval: IndicatorInterval?
  /// The number of observations behind the value; nil for arithmetic.
  public let observations: Int?

  /// Creates a number; traps unless the value is finite.
  public init(
    _ value: Double,
    unit: String,
    interval: IndicatorInterval? = nil,
    observations: Int? = nil
  ) {
    precondition(value.isFinite, "a computed number must be finite: \(value) \(unit)")
    self.value = value
    self.unit = unit
    self.interval = interval
    self.observations = observations
  }
}
