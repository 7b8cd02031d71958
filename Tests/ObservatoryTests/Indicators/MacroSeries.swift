import Observatory
import Quantities

/// Made-up series for the tests of indicators.
enum MacroSeries {
  /// A batch of observations under a name.
  static func batch(
    _ name: String,
    _ observations: [Observation],
    period: SeriesPeriod = .day
  ) -> SeriesBatch {
    SeriesBatch(
      description: SeriesDescription(
        id: SeriesID(name),
        unit: "as in the file",
        period: period,
        frequency: "as in the file",
        title: name,
        source: "a test",
        licence: "none",
        trust: .high,
        knowableBasis: .assumed
      ),
      observations: observations.sorted { $0.refersTo < $1.refersTo }
    )
  }

  /// A series with one value per listed day, each known when its period is over.
  static func batch(
    _ name: String,
    days: [Int],
    values: [Double],
    period: SeriesPeriod = .day
  ) -> SeriesBatch {
    batch(
      name,
      zip(days, values).map { day, value in
        let start = Instant(startOf: Day(daysSince1970: day))
        return Observation(
          refersTo: start,
          knowableAt: period.end(from: start),
          value: ExactDecimal(units: Int64((value * 1e9).rounded()), decimals: 9)
        )
      },
      period: period
    )
  }

  /// The first `count` trading days of New York from a day on.
  static func tradingDays(from start: Int, count: Int) -> [Int] {
    var days: [Int] = []
    var day = Day(daysSince1970: start - 1)
    while days.count < count {
      day = TradingCalendar.newYork.next(after: day)
      days.append(day.daysSince1970)
    }
    return days
  }
}
