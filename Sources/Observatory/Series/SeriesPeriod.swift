public import Quantities

/// The length of time that one value of a series describes.
public enum SeriesPeriod: Hashable, Sendable {
  /// A moment: a snapshot, a settlement, an event.
  case instant
  /// A fixed time from the value's own time on: an hour, a UTC day, a week.
  case fixed(Duration)
  /// A calendar month.
  case month
  /// A calendar quarter.
  case quarter

  /// A day.
  public static let day = SeriesPeriod.fixed(.days(1))
  /// A week.
  public static let week = SeriesPeriod.fixed(.days(7))

  /// The end of the period that starts at `start`; `start` itself for a moment.
  public func end(from start: Instant) -> Instant {
    switch self {
    case .instant: start
    case .fixed(let length): start + length
    case .month: Self.start(ofMonth: 1, after: start)
    case .quarter: Self.start(ofMonth: 3, after: start)
    }
  }

  private static func start(ofMonth count: Int, after start: Instant) -> Instant {
    let (year, month, _) = start.day.civil
    let months = year * 12 + month - 1 + count
    guard let day = Day(year: months / 12, month: months % 12 + 1, day: 1) else {
      preconditionFailure("no month \(months % 12 + 1) in \(months / 12)")
    }
    return Instant(startOf: day)
  }
}
