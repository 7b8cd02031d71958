import Observatory
import Quantities

/// Whether realised volatility is below a level: on a day, on any day of a window, or on its mean.
public struct VolatilityRule: Hashable, Sendable, Codable {
  /// The series of daily UTC closes, in order of preference.
  public let series: [String]
  /// The number of daily returns, 30 by the sources.
  public let returns: Int
  /// The level per year, as a fraction.
  public let below: Double
  /// What is compared.
  public let at: Moment
  /// The first day of the window.
  public let from: CalendarDay
  /// The last day of the window.
  public let to: CalendarDay

  /// What of a window is compared with the level.
  public enum Moment: String, Hashable, Sendable, Codable, CaseIterable {
    /// The value of the last day.
    case lastDay = "last_day"
    /// The lowest value of the window.
    case anyDay = "any_day"
    /// The mean over the window.
    case mean
  }
}

extension VolatilityRule: Resolver {
  var end: Day? { to.day }

  func resolve(_ view: MarketView) throws(StoreError) -> Resolution {
    let found: Series
    switch try view.choice(series) {
    case .missing(let names): return .missing("no series \(names) in the store")
    case .found(let series): found = series
    }
    let window = VolatilityHistory(closes: found, returns: returns)
      .window(from: from.day, to: to.day)
    let name = "RV\(returns) of \(found.id)"
    if at == .anyDay, let hit = window.first(where: { $0.value < below }) {
      return .resolved(
        true,
        observed: hit.value,
        on: hit.day,
        "\(name) on \(hit.day): \(percent(hit.value))"
      )
    }
    guard let last = found.last?.refersTo.day, last >= to.day else {
      let newest = window.last.map { "\(percent($0.value)) on \($0.day)" } ?? "no value"
      return .open(
        observed: window.last?.value,
        "\(name) in the window so far: \(newest); the window ends \(to)"
      )
    }
    return decided(window, name: name)
  }

  private func decided(_ window: [(day: Day, value: Double)], name: String) -> Resolution {
    switch at {
    case .lastDay:
      guard let value = window.last, value.day == to.day else {
        return .missing("\(name) has no value on \(to): closes of its window are missing")
      }
      return .resolved(
        value.value < below,
        observed: value.value,
        on: to.day,
        "\(name) on \(to): \(percent(value.value))"
      )
    case .anyDay:
      guard let lowest = window.map(\.value).min() else {
        return .missing("\(name) has no value from \(from) to \(to)")
      }
      return .resolved(
        false,
        observed: lowest,
        on: to.day,
        "lowest \(name) from \(from) to \(to): \(percent(lowest))"
      )
    case .mean:
      guard !window.isEmpty else {
        return .missing("\(name) has no value from \(from) to \(to)")
      }
      let mean = window.map(\.value).reduce(0, +) / Double(window.count)
      return .resolved(
        mean < below,
        observed: mean,
        on: to.day,
        "mean \(name) of \(window.count) days from \(from) to \(to): \(percent(mean))"
      )
    }
  }

  var fault: (field: String, value: String, expected: String)? {
    if returns < 2 { return ("rule.returns", "\(returns)", "at least 2") }
    if below <= 0 { return ("rule.below", "\(below)", "a positive fraction per year") }
    if to.day < from.day { return ("rule.to", "\(to)", "a day not before \(from)") }
    return series.isEmpty ? ("rule.series", "[]", "at least one series") : nil
  }
}
