/// A number that belongs to a headline: another window, another definition, a part.
public struct IndicatorComponent: Hashable, Sendable {
  /// Its key in results, in snake case with the unit last.
  public let name: String
  /// The value; nil where it is undefined or its data is missing.
  public let value: Double?
  /// The unit.
  public let unit: String
  /// The interval around the value.
  public let interval: IndicatorInterval?

  /// Creates a component.
  public init(name: String, value: Double?, unit: String, interval: IndicatorInterval? = nil) {
    self.name = name
    self.value = value
    self.unit = unit
    self.interval = interval
  }
}
