import Observatory
import Quantities

/// Series made for tests.
enum TestSeries {
  /// A batch from observations in any order; of two with one time the first stays.
  static func batch(_ name: String, observations: [Observation]) -> SeriesBatch {
    var kept: [Observation] = []
    for observation in observations.sorted(by: { $0.refersTo < $1.refersTo }) {
      if let last = kept.last, last.refersTo == observation.refersTo { continue }
      kept.append(observation)
    }
    return SeriesBatch(
      description: SeriesDescription(
        id: SeriesID(name),
        unit: "unit of \(name)",
        period: .day,
        frequency: "1d",
        title: name,
        source: "test",
        licence: "none",
        trust: .high,
        knowableBasis: .assumed
      ),
      observations: kept
    )
  }

  /// A daily series: every value is knowable a day later.
  static func daily(_ name: String, _ values: [(day: Day, value: Double)]) -> SeriesBatch {
    batch(
      name,
      observations: values.map { day, value in
        Observation(
          refersTo: Instant(startOf: day),
          knowableAt: Instant(startOf: day + 1),
          value: ExactDecimal(units: Int64((value * 1e6).rounded()), decimals: 6)
        )
      }
    )
  }

  /// A daily series over a range of days from a rule.
  static func daily(
    _ name: String,
    _ range: ClosedRange<Day>,
    step: Int = 1,
    _ value: (Int) -> Double
  ) -> SeriesBatch {
    let count = range.upperBound - range.lowerBound
    return daily(
      name,
      stride(from: 0, through: count, by: step).map { (range.lowerBound + $0, value($0)) }
    )
  }
}

extension Day {
  /// A date that exists.
  static func at(_ year: Int, _ month: Int, _ day: Int) -> Day {
    guard let date = Day(year: year, month: month, day: day) else {
      preconditionFailure("no day \(year)-\(month)-\(day)")
    }
    return date
  }
}
