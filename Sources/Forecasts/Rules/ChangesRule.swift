import Observatory
import Quantities
import RealModule

/// Whether the changes of one or several series between two days all lie in their ranges.
public struct ChangesRule: Hashable, Sendable, Codable {
  /// The changes, all of which must lie in their ranges.
  public let legs: [Leg]

  /// One change.
  public struct Leg: Hashable, Sendable, Codable {
    /// The series, in order of preference.
    public let series: [String]
    /// The first day.
    public let from: CalendarDay
    /// The last day.
    public let to: CalendarDay
    /// How the change is measured.
    public let measure: Measure
    /// The lowest change that counts; nil for no bound.
    public let low: Double?
    /// The highest change that counts; nil for no bound.
    public let high: Double?
  }

  /// How a change is measured.
  public enum Measure: String, Hashable, Sendable, Codable, CaseIterable {
    /// The last value over the first, less one.
    case relative
    /// The first value over the last, less one: the rise of the quoted currency.
    case inverse
    /// The last value less the first, in the unit of the series.
    case difference
    /// The relative change as a rate per year of 365.25 days.
    case annual
  }
}

extension ChangesRule: Resolver {
  var end: Day? { legs.map(\.to.day).max() }

  func resolve(_ view: MarketView) throws(StoreError) -> Resolution {
    var observed: Double?
    var evidence: [String] = []
    var unmet: Day?
    var undecided: Resolution?
    for leg in legs {
      let result = try leg.resolve(view)
      evidence.append(result.evidence)
      switch result.status {
      case .resolved where result.outcome == true: observed = observed ?? result.observed
      case .resolved:
        observed = observed ?? result.observed
        unmet = unmet ?? result.decidedOn
      case .open, .missing, .void: undecided = undecided ?? result
      }
    }
    let text = evidence.joined(separator: "; ")
    if let unmet { return .resolved(false, observed: observed, on: unmet, text) }
    if let undecided {
      return undecided.status == .open ? .open(observed: observed, text) : .missing(text)
    }
    let last = legs.map(\.to.day).max() ?? Day(daysSince1970: 0)
    return .resolved(true, observed: observed, on: last, text)
  }

  var fault: (field: String, value: String, expected: String)? {
    if legs.isEmpty { return ("rule.legs", "[]", "at least one change") }
    for leg in legs {
      if leg.to.day <= leg.from.day {
        return ("rule.legs.to", "\(leg.to)", "a day after \(leg.from)")
      }
      if leg.series.isEmpty { return ("rule.legs.series", "[]", "at least one series") }
      if leg.low == nil, leg.high == nil {
        return ("rule.legs.low", "nothing", "low, high or both")
      }
    }
    return nil
  }
}

extension ChangesRule.Leg {
  /// Decides one change: the values are the first at or up to three days after each day.
  func resolve(_ view: MarketView) throws(StoreError) -> Resolution {
    let found: Series
    switch try view.choice(series) {
    case .missing(let names): return .missing("no series \(names) in the store")
    case .found(let series): found = series
    }
    guard let first = found.value(near: from.day) else {
      return .missing("\(found.id) has no value on \(from) or within three days after it")
    }
    guard let last = found.value(near: to.day) else {
      let end = found.last?.refersTo.day
      guard let end, end >= to.day else {
        return .open("\(found.id) reaches \(end.map { "\($0)" } ?? "nowhere"), asked for \(to)")
      }
      return .missing("\(found.id) has no value on \(to) or within three days after it")
    }
    let change = measured(first: first.value, last: last.value)
    let happened = change >= low ?? -.infinity && change <= high ?? .infinity
    let unit = measure == .difference ? " \(found.description.unit)" : ""
    let text = measure == .difference ? shown(change) : percent(change)
    return .resolved(
      happened,
      observed: change,
      on: to.day,
      "\(found.id) from \(first.day) to \(last.day): \(shown(first.value)) to "
        + "\(shown(last.value)), "
        + "\(measure.rawValue) change \(text)\(unit)"
    )
  }

  private func measured(first: Double, last: Double) -> Double {
    switch measure {
    case .relative: last / first - 1
    case .inverse: first / last - 1
    case .difference: last - first
    case .annual: .pow(last / first, 365.25 / Double(to.day - from.day)) - 1
    }
  }
}

extension Series {
  /// The value on a day, or else the first within three days after it.
  func value(near day: Day) -> (day: Day, value: Double)? {
    let index = index(atOrAfter: Instant(startOf: day))
    guard index < count, observations[index].refersTo.day - day <= 3 else { return nil }
    return (observations[index].refersTo.day, observations[index].value.doubleValue)
  }
}
