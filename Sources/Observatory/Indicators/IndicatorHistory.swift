public import Quantities

/// What an indicator said on every day up to a reading, in the order of time.
public struct IndicatorHistory: Hashable, Sendable {
  /// `value` for the headline, else the name of the component that the newest value is.
  public let name: String
  /// The first day of the period that each value describes, ascending.
  public let days: [Day]
  /// One finite value a day.
  public let values: [Double]

  init(name: String, _ values: DailyValues) {
    self.name = name
    days = values.days.map { Day(daysSince1970: $0) }
    self.values = values.values
  }
}
