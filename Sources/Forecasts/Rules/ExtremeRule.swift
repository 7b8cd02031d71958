import Observatory
import Quantities

/// Whether a series reaches a level within a window: the highest at least, or the lowest below.
///
/// It is decided on the first day that reaches the level; that it does not happen is certain only
/// when the data covers the whole window.
public struct ExtremeRule: Hashable, Sendable, Codable {
  /// The series, in order of preference.
  public let series: [String]
  /// The first day of the window.
  public let from: CalendarDay
  /// The last day of the window.
  public let to: CalendarDay
  /// The event: some value is at least this.
  public let atLeast: Double?
  /// The event: some value is below this.
  public let below: Double?

  enum CodingKeys: String, CodingKey {
    case series, from, to, below
    case atLeast = "at_least"
  }
}

extension ExtremeRule: Resolver {
  var end: Day? { to.day }

  func resolve(_ view: MarketView) throws(StoreError) -> Resolution {
    let found: Series
    switch try view.choice(series) {
    case .missing(let names): return .missing("no series \(names) in the store")
    case .found(let series): found = series
    }
    let end = Instant(startOf: to.day + 1)
    let window = found.values(from: Instant(startOf: from.day), to: end)
    let values = window.values
    let unit = found.description.unit
    if let hit = values.firstIndex(where: reaches) {
      let day = window.observations[hit].refersTo.day
      return .resolved(
        true,
        observed: values[hit],
        on: day,
        "\(found.id) was \(shown(values[hit])) \(unit) on \(day)"
      )
    }
    let extreme = atLeast == nil ? values.min() : values.max()
    let summary =
      extreme.map { "the extreme of \(values.count) values so far is \(shown($0)) \(unit)" }
      ?? "no value in the window"
    guard let covered = found.end, covered + .days(4) >= end else {
      return .open(
        observed: extreme,
        "\(found.id) reaches \(found.end.map { "\($0.day)" } ?? "nowhere"), "
          + "the window ends \(to); \(summary)"
      )
    }
    guard let extreme else { return .missing("\(found.id) has no value from \(from) to \(to)") }
    return .resolved(false, observed: extreme, on: to.day, "\(found.id): \(summary)")
  }

  private func reaches(_ value: Double) -> Bool {
    if let atLeast { return value >= atLeast }
    if let below { return value < below }
    return false
  }

  var fault: (field: String, value: String, expected: String)? {
    if to.day < from.day { return ("rule.to", "\(to)", "a day not before \(from)") }
    if (atLeast == nil) == (below == nil) {
      return ("rule.at_least", "both or none", "either at_least or below")
    }
    return series.isEmpty ? ("rule.series", "[]", "at least one series") : nil
  }
}
