import Observatory
import Quantities
import Statistics

/// The probability that a driftless lognormal price passes a level before a day.
///
/// Source: model specification §7.7, row S50.
public struct FirstPassageBenchmark: Hashable, Sendable, Codable {
  /// The series of closes, in order of preference; its newest value at the cut-off is the start.
  public let series: [String]
  /// The level.
  public let level: Double
  /// σ per year, as a fraction, and assumed constant.
  public let volatility: Double
  /// The last day.
  public let to: CalendarDay
}

extension FirstPassageBenchmark: BenchmarkEstimator {
  func estimate(_ history: MarketView) throws(StoreError) -> BenchmarkEstimate {
    let found: Series
    switch try history.choice(series) {
    case .missing(let names): return .missing("no series \(names) in the store")
    case .found(let series): found = series
    }
    guard let last = found.last else { return .missing("\(found.id) has no value") }
    let start = last.value.doubleValue
    let years = Double(to.day - last.refersTo.day) / 365
    let probability = FirstPassage.probability(
      start: start,
      barrier: level,
      volatility: volatility,
      years: max(0, years)
    )
    return BenchmarkEstimate(
      probability: probability,
      interval: nil,
      evidence: "first passage of \(shown(level)) from \(shown(start)) on \(last.refersTo.day) to "
        + "\(to), \(percent(volatility)) a year, no drift of the log price"
    )
  }

  var fault: (field: String, value: String, expected: String)? {
    if volatility <= 0 { return ("benchmark.volatility", "\(volatility)", "a positive fraction") }
    if level <= 0 { return ("benchmark.level", "\(level)", "a positive price") }
    return series.isEmpty ? ("benchmark.series", "[]", "at least one series") : nil
  }
}
