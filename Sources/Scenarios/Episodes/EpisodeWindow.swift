import Observatory
import Quantities

/// Days, and the number that a series gives for them.
struct EpisodeWindow: Hashable, Sendable {
  /// What a series says about a window.
  enum Answer: Hashable, Sendable {
    case found(Double)
    case missing(String)
  }

  let first: Day
  let last: Day

  /// How old the last value before a window may be.
  static let staleDays = 10
  /// The part of the values of a day or less that a window must have.
  private static let shortShareMin = 0.9
  /// The part of the weekdays of a window that must have a value: holidays are not known here.
  private static let weekdayShareMin = 0.6

  private var dayCount: Int { last - first + 1 }

  /// The window of the same length that ends so many lengths earlier.
  func earlier(_ count: Int) -> EpisodeWindow {
    EpisodeWindow(first: first + -count * dayCount, last: last + -count * dayCount)
  }

  /// The number of a window; a window that the series does not cover has none.
  func number(of series: Series, _ how: EpisodeMeasure) -> Answer {
    let start = Instant(startOf: first)
    let inside = series.values(from: start, to: Instant(startOf: last + 1))
    let text = first == last ? "\(first)" : "\(first)..\(last)"
    guard !inside.isEmpty else { return .missing("\(series.id) has no observations in \(text)") }
    let expected = expectedCount(series.description.period)
    guard inside.count >= expected else {
      return .missing(
        "\(series.id) has \(inside.count) observations in \(text), expected \(expected) or more"
      )
    }
    var before: Double?
    if how.needsValueBefore {
      let earlier = series.values(from: start - .days(Int64(Self.staleDays)), to: start)
      guard let value = earlier.last?.value.doubleValue else {
        return .missing(
          "\(series.id) has no observations in the \(Self.staleDays) days before \(text)"
        )
      }
      before = value
    }
    let number = how.number(
      of: inside.values,
      before: before,
      times: inside.times,
      dayCount: dayCount
    )
    guard let number, number.isFinite else {
      return .missing("\(series.id) has no \(how.rawValue) in \(text)")
    }
    return .found(number)
  }

  /// The fewest values that cover the window.
  private func expectedCount(_ period: SeriesPeriod) -> Int {
    guard case .fixed(let length) = period, length <= .days(1) else { return 1 }
    if length < .days(1) {
      let all =
        Double(dayCount) * Double(Duration.days(1).microseconds)
        / Double(length.microseconds)
      return max(1, Int((Self.shortShareMin * all).rounded(.up)))
    }
    let weekdays = (0..<dayCount).count { !(first + $0).isWeekend }
    return max(1, Int((Self.weekdayShareMin * Double(weekdays)).rounded(.up)))
  }
}

extension Day {
  /// Whether the day is a Saturday or a Sunday.
  fileprivate var isWeekend: Bool { weekday > 5 }
}
