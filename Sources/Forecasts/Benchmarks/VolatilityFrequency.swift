import Observatory
import Quantities

/// The share of past calendar quarters in which realised volatility was below a level.
public struct VolatilityFrequency: Hashable, Sendable, Codable {
  /// The series of daily UTC closes, in order of preference.
  public let series: [String]
  /// The number of daily returns.
  public let returns: Int
  /// The level per year, as a fraction.
  public let below: Double
  /// What of a quarter is compared.
  public let at: VolatilityRule.Moment
}

extension VolatilityFrequency: BenchmarkEstimator {
  func estimate(_ history: MarketView) throws(StoreError) -> BenchmarkEstimate {
    let found: Series
    switch try history.choice(series) {
    case .missing(let names): return .missing("no series \(names) in the store")
    case .found(let series): found = series
    }
    let volatility = VolatilityHistory(closes: found, returns: returns)
    guard let first = volatility.days.first, let last = volatility.days.last else {
      return .missing("\(found.id) has no \(returns) daily returns in a row")
    }
    var hits = 0
    var count = 0
    var quarter = first.startOfQuarter
    while quarter <= last {
      let next = quarter.startOfNextQuarter
      let window = volatility.window(from: quarter, to: next + -1)
      if let hit = happened(window, lastDay: next + -1) {
        count += 1
        hits += hit ? 1 : 0
      }
      quarter = next
    }
    return .frequency(
      hits: hits,
      of: count,
      independent: count,
      "calendar quarters from \(first) to \(last) with RV\(returns) of \(found.id) below "
        + "\(percent(below)) (\(at.rawValue))"
    )
  }

  /// Whether a quarter counts; nil for one that the data does not cover.
  private func happened(_ window: [(day: Day, value: Double)], lastDay: Day) -> Bool? {
    guard let end = window.last, end.day == lastDay else { return nil }
    switch at {
    case .lastDay: return end.value < below
    case .anyDay: return window.contains { $0.value < below }
    case .mean:
      return window.map(\.value).reduce(0, +) / Double(window.count) < below
    }
  }

  var fault: (field: String, value: String, expected: String)? {
    if returns < 2 { return ("benchmark.returns", "\(returns)", "at least 2") }
    return series.isEmpty ? ("benchmark.series", "[]", "at least one series") : nil
  }
}

extension Day {
  /// The first day of the calendar quarter.
  var startOfQuarter: Day {
    let (year, month, _) = civil
    return Day(year: year, month: (month - 1) / 3 * 3 + 1, day: 1) ?? self
  }

  /// The first day of the following calendar quarter.
  var startOfNextQuarter: Day {
    SeriesPeriod.quarter.end(from: Instant(startOf: startOfQuarter)).day
  }
}
