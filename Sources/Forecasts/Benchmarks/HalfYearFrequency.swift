import Observatory
import Quantities

/// The share of past half-years in which the highest value of a series reached a level.
public struct HalfYearFrequency: Hashable, Sendable, Codable {
  /// The series, in order of preference.
  public let series: [String]
  /// The level.
  public let atLeast: Double

  enum CodingKeys: String, CodingKey {
    case series
    case atLeast = "at_least"
  }
}

extension HalfYearFrequency: BenchmarkEstimator {
  func estimate(_ history: MarketView) throws(StoreError) -> BenchmarkEstimate {
    let found: Series
    switch try history.choice(series) {
    case .missing(let names): return .missing("no series \(names) in the store")
    case .found(let series): found = series
    }
    guard let end = found.end?.day else { return .missing("\(found.id) has no value") }
    var highest: [Int: Double] = [:]
    for observation in found.observations {
      let half = Self.half(of: observation.refersTo.day)
      highest[half] = max(highest[half] ?? -.infinity, observation.value.doubleValue)
    }
    let complete = highest.filter { $0.key < Self.half(of: end) }
    return .frequency(
      hits: complete.values.count { $0 >= atLeast },
      of: complete.count,
      independent: complete.count,
      "complete half-years of \(found.id) before \(end) that reached \(shown(atLeast))"
    )
  }

  /// The number of a half-year, counted from year 0.
  private static func half(of day: Day) -> Int {
    let (year, month, _) = day.civil
    return year * 2 + (month > 6 ? 1 : 0)
  }

  var fault: (field: String, value: String, expected: String)? {
    series.isEmpty ? ("benchmark.series", "[]", "at least one series") : nil
  }
}
