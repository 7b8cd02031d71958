public import Quantities

/// The bar lengths at which liquidations are reported.
public enum MapFrequency: String, CaseIterable, Hashable, Sendable {
  /// UTC days.
  case daily = "1d"
  /// Four hours.
  case fourHourly = "4h"

  /// The length of a bar.
  public var length: Duration { self == .daily ? .days(1) : .hours(4) }

  /// Bars in a day.
  public var barsPerDay: Int { self == .daily ? 1 : 6 }
}
