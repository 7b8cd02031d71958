import Observatory
import Quantities

/// Whether a close falls by a fraction from a reference close within a number of sessions.
///
/// With a condition it is asked only after the condition's series has fallen by its own fraction
/// from its highest close since a day.
public struct FallRule: Hashable, Sendable, Codable {
  /// The series of closes, in order of preference.
  public let series: [String]
  /// The day of the reference close; with a condition, the first day on which it can come about.
  public let from: CalendarDay
  /// The number of sessions after the reference.
  public let sessions: Int
  /// The fall that counts, such as -0.2.
  public let fraction: Double
  /// What must have happened first.
  public let condition: Drawdown?

  /// A fall of a series from its highest close since a day.
  public struct Drawdown: Hashable, Sendable, Codable {
    /// The series, in order of preference.
    public let series: [String]
    /// The day from which the highest close counts.
    public let since: CalendarDay
    /// The fall that counts, such as -0.5.
    public let fraction: Double
  }
}

extension FallRule: Resolver {
  var end: Day? { nil }

  func resolve(_ view: MarketView) throws(StoreError) -> Resolution {
    let found: Series
    switch try view.choice(series) {
    case .missing(let names): return .missing("no series \(names) in the store")
    case .found(let series): found = series
    }
    var reference = from.day
    if let condition {
      switch try condition.start(view, notBefore: from.day) {
      case .unmet(let resolution): return resolution
      case .met(let day): reference = day
      }
    }
    return resolve(found, reference: reference)
  }

  private func resolve(_ found: Series, reference: Day) -> Resolution {
    let first = found.index(atOrAfter: Instant(startOf: reference))
    guard first < found.count, found.observations[first].refersTo.day - reference <= 3 else {
      return .missing("\(found.id) has no close on \(reference) or within three days after it")
    }
    let values = found.values
    let later = values[(first + 1)...].prefix(sessions)
    let deepest = later.min().map { $0 / values[first] - 1 }
    if let offset = later.firstIndex(where: { $0 <= values[first] * (1 + fraction) }) {
      let day = found.observations[offset].refersTo.day
      return .resolved(
        true,
        observed: deepest,
        on: day,
        "\(found.id) fell \(percent(values[offset] / values[first] - 1)) from \(reference) to \(day)"
      )
    }
    let summary =
      "deepest fall of \(found.id) in \(later.count) sessions from \(reference): "
      + percent(deepest ?? 0)
    guard later.count == sessions, let last = later.indices.last else {
      return .open(observed: deepest, "\(summary); \(sessions) sessions are asked for")
    }
    return .resolved(
      false,
      observed: deepest,
      on: found.observations[last].refersTo.day,
      summary
    )
  }

  var fault: (field: String, value: String, expected: String)? {
    if sessions < 1 { return ("rule.sessions", "\(sessions)", "at least 1") }
    if fraction >= 0 || fraction <= -1 {
      return ("rule.fraction", "\(fraction)", "a fall between -1 and 0")
    }
    return series.isEmpty ? ("rule.series", "[]", "at least one series") : nil
  }
}

extension FallRule.Drawdown {
  /// Whether the condition came about.
  enum Start {
    /// On this day.
    case met(Day)
    /// Not yet, or nobody can tell.
    case unmet(Resolution)
  }

  /// The day on which the drawdown was first that deep, or why there is none.
  func start(
    _ view: MarketView,
    notBefore day: Day
  ) throws(StoreError) -> Start {
    let found: Series
    switch try view.choice(series) {
    case .missing(let names): return .unmet(.missing("no series \(names) in the store"))
    case .found(let series): found = series
    }
    var highest = 0.0
    var deepest = 0.0
    for observation in found.values(from: Instant(startOf: since.day), to: nil).observations {
      let value = observation.value.doubleValue
      highest = max(highest, value)
      deepest = min(deepest, value / highest - 1)
      if observation.refersTo.day >= day, value / highest - 1 <= fraction {
        return .met(observation.refersTo.day)
      }
    }
    return .unmet(
      .open(
        observed: deepest,
        "condition not met: \(found.id) fell at most \(percent(deepest)) from its high since "
          + "\(since), asked for \(percent(fraction))"
      )
    )
  }
}
