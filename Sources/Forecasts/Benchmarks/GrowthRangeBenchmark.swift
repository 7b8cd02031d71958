import Observatory
import Statistics

/// The probability that a driftless lognormal price grows at a yearly rate within a range.
///
/// Source: model specification §7.7, row S50.
public struct GrowthRangeBenchmark: Hashable, Sendable, Codable {
  /// σ per year, as a fraction, and assumed constant.
  public let volatility: Double
  /// T in years.
  public let years: Double
  /// The lowest compound annual growth.
  public let low: Double
  /// The highest compound annual growth.
  public let high: Double
}

extension GrowthRangeBenchmark: BenchmarkEstimator {
  func estimate(_ history: MarketView) throws(StoreError) -> BenchmarkEstimate {
    let probability = GrowthRange.probability(
      low: low,
      high: high,
      volatility: volatility,
      years: years
    )
    return BenchmarkEstimate(
      probability: probability,
      interval: nil,
      evidence: "growth of \(percent(low)) to \(percent(high)) a year over \(shown(years)) years "
        + "at \(percent(volatility)) a year, no drift of the log price"
    )
  }

  var fault: (field: String, value: String, expected: String)? {
    if volatility <= 0 { return ("benchmark.volatility", "\(volatility)", "a positive fraction") }
    if years <= 0 { return ("benchmark.years", "\(years)", "a positive number of years") }
    if low <= -1 { return ("benchmark.low", "\(low)", "a growth above -1") }
    return low < high ? nil : ("benchmark.high", "\(high)", "a growth above \(low)")
  }
}
