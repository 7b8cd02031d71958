import Observatory
import Quantities

/// A store of a few values of September 2019 for tests of the opening.
enum FundingStore {
  static let opening = Instant(startOf: day(2019, 9, 16))

  static func day(_ year: Int, _ month: Int, _ date: Int) -> Day {
    guard let day = Day(year: year, month: month, day: date) else { preconditionFailure("a date") }
    return day
  }

  /// A series with values of days, known so many days later.
  static func batch(
    _ series: String,
    _ unit: String,
    _ values: [(day: Day, value: Double)],
    knownDaysLater: Int = 1
  ) -> SeriesBatch {
    SeriesBatch(
      description: SeriesDescription(
        id: SeriesID(series),
        unit: unit,
        period: .day,
        frequency: "business day",
        title: "test",
        source: "test",
        licence: "test",
        trust: .high,
        knowableBasis: .rule
      ),
      observations: values.map { day, value in
        Observation(
          refersTo: Instant(startOf: day),
          knowableAt: Instant(startOf: day + knownDaysLater),
          value: ExactDecimal(units: Int64((value * 1_000).rounded()), decimals: 3)
        )
      }
    )
  }

  /// Published numbers of the days before 16 September 2019.
  static let standard = MemoryStore([
    batch("fred_daily_long/DFEDTARL/value", "percent", [(day(2019, 9, 13), 2)]),
    batch("fred_daily_long/DFEDTARU/value", "percent", [(day(2019, 9, 13), 2.25)]),
    batch("effr_1d/effr_bp", "basis points", [(day(2019, 9, 12), 213)]),
    batch("sofr_percentiles_1d/sofr_bp", "basis points", [(day(2019, 9, 12), 220)]),
    batch("fred_daily_long/RRPONTSYD/value", "billion USD", [(day(2019, 9, 12), 2.675)]),
    weekly("WRESBAL", 1_456_796), weekly("WTREGEN", 185_342), weekly("TREAST", 2_101_169),
    weekly("WSHOMCB", 1_489_605), weekly("WALCL", 3_769_673),
    batch("us_treasury_par_curve_1d/m3_bp", "basis points", [(day(2019, 9, 13), 196)]),
    batch("us_treasury_par_curve_1d/y10_bp", "basis points", [(day(2019, 9, 13), 190)]),
  ])

  static func weekly(_ id: String, _ value: Double, of date: Day = day(2019, 9, 11)) -> SeriesBatch
  {
    batch("fred_weekly_long/\(id)/value", "million USD", [(date, value)])
  }
}
