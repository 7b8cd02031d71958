import Forecasts
import Observatory
import Quantities
import Testing

/// Series and forecasts made up for tests.
enum Sample {
  static func day(_ text: String) throws -> Day { try Instant(parsing: text).day }

  /// A daily series whose values are knowable at the end of their day.
  static func daily(
    _ name: String,
    from start: Day,
    _ values: [Double],
    skipping gap: ClosedRange<Day>? = nil
  ) -> SeriesBatch {
    var observations: [Observation] = []
    for (offset, value) in values.enumerated() {
      let day = start + offset
      if let gap, gap.contains(day) { continue }
      observations.append(
        Observation(
          refersTo: Instant(startOf: day),
          knowableAt: Instant(startOf: day + 1),
          value: ExactDecimal(units: Int64((value * 10_000).rounded()), decimals: 4)
        )
      )
    }
    return SeriesBatch(description: description(name, .day), observations: observations)
  }

  static func description(_ name: String, _ period: SeriesPeriod) -> SeriesDescription {
    SeriesDescription(
      id: SeriesID(name),
      unit: "USD",
      period: period,
      frequency: "test",
      title: "made up",
      source: "a test",
      licence: "none",
      trust: .high,
      knowableBasis: .published
    )
  }

  /// The YAML of a forecast with a given rule and benchmark.
  static func yaml(
    id: String = "T1",
    stated: String = "unhedged",
    cutOff: String = "2025-01-31",
    deadline: String = "2025-03-31",
    rule: String,
    benchmark: String = "{kind: fixed, probability: 0.5, reason: a coin}"
  ) -> String {
    """
    id: \(id)
    statement: Something happens
    source: a test
    issued: 2025-02-01
    cut_off: \(cutOff)
    deadline: \(deadline)
    stated: \(stated)
    rule: \(rule)
    benchmark: \(benchmark)
    """
  }

  static func forecast(_ yaml: String) throws -> Forecast {
    try ForecastFile.parse(yaml, name: "test.yaml")
  }

  /// The only score of a record of one forecast.
  static func score(
    _ yaml: String,
    _ store: MemoryStore,
    asOf day: String
  ) throws -> ScoredForecast {
    let record = try ForecastRecord().appending(
      try forecast(yaml),
      entered: CalendarDay(try self.day("2025-02-01")),
      name: "test"
    )
    let asOf = Instant(startOf: try self.day(day) + 1)
    return try #require(try Scorer(store, asOf: asOf).scores(record).first)
  }
}
