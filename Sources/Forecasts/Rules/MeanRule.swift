import Observatory
import Quantities

/// Whether the mean of a series over a window lies in a range.
public struct MeanRule: Hashable, Sendable, Codable {
  /// The series, in order of preference.
  public let series: [String]
  /// The first day of the window.
  public let from: CalendarDay
  /// The last day of the window.
  public let to: CalendarDay
  /// The lowest mean that counts; nil for no bound.
  public let low: Double?
  /// The highest mean that counts; nil for no bound.
  public let high: Double?
}

extension MeanRule: Resolver {
  var end: Day? { to.day }

  func resolve(_ view: MarketView) throws(StoreError) -> Resolution {
    let found: Series
    switch try view.choice(series) {
    case .missing(let names): return .missing("no series \(names) in the store")
    case .found(let series): found = series
    }
    let start = Instant(startOf: from.day)
    let end = Instant(startOf: to.day + 1)
    let window = found.values(from: start, to: end)
    guard let covered = found.end, covered >= end else {
      return .open("\(found.id) reaches \(Self.day(found.end)), the window ends \(to)")
    }
    guard !window.isEmpty else { return .missing("\(found.id) has no value from \(from) to \(to)") }
    let mean = window.values.reduce(0, +) / Double(window.count)
    let happened = mean >= low ?? -.infinity && mean <= high ?? .infinity
    return .resolved(
      happened,
      observed: mean,
      on: to.day,
      "mean of \(window.count) values of \(found.id) from \(from) to \(to): "
        + "\(shown(mean)) \(found.description.unit)"
    )
  }

  var fault: (field: String, value: String, expected: String)? {
    if to.day < from.day { return ("rule.to", "\(to)", "a day not before \(from)") }
    if low == nil, high == nil { return ("rule.low", "nothing", "low, high or both") }
    return series.isEmpty ? ("rule.series", "[]", "at least one series") : nil
  }

  private static func day(_ end: Instant?) -> String {
    end.map { "\(($0 - .seconds(1)).day)" } ?? "nowhere"
  }
}
