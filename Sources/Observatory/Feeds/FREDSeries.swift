import Quantities

/// What is known about a series of FRED beyond its id: its unit, and which period a date stands for.
///
/// FRED dates monthly and quarterly values by the first day of the period but weekly ones by the last:
/// the start of the week is six days before.
struct FREDSeries: Sendable {
  /// What one date stands for.
  enum Calendar: Sendable {
    /// One day.
    case daily
    /// The level at the end of a Wednesday.
    case weeklyLevel
    /// The week that ends on the date.
    case weekEnding
    /// The month or quarter that starts on the date.
    case monthly, quarterly
  }

  /// The id at FRED.
  let id: String
  /// The unit.
  let unit: String
  /// What one date stands for.
  let calendar: Calendar
  /// Whether the values are daily, out by the next business day and, as a rule, never revised.
  let isUnrevisedDaily: Bool

  private init(_ id: String, _ unit: String, _ calendar: Calendar, late: Bool = false) {
    self.id = id
    self.unit = unit
    self.calendar = calendar
    isUnrevisedDaily = calendar == .daily && !late
  }

  /// The start of the period that a date stands for.
  func start(of day: Day) -> Instant {
    Instant(startOf: calendar == .weekEnding ? day + -6 : day)
  }

  /// A batch with the unit and period of this series.
  func described(_ batch: SeriesBatch) -> SeriesBatch {
    let old = batch.description
    let (period, frequency): (SeriesPeriod, String) =
      switch calendar {
      case .daily: (.day, "business day")
      case .weeklyLevel: (.instant, "week, Wednesday level")
      case .weekEnding: (.week, "week")
      case .monthly: (.month, "month")
      case .quarterly: (.quarter, "quarter")
      }
    return SeriesBatch(
      description: SeriesDescription(
        id: old.id,
        unit: unit,
        period: period,
        frequency: frequency,
        title: "\(id) of FRED.",
        source: old.source,
        licence: old.licence,
        trust: old.trust,
        knowableBasis: old.knowableBasis,
        notes: old.notes
      ),
      observations: batch.observations
    )
  }

  private static func percents(_ ids: [String]) -> [FREDSeries] {
    ids.map { FREDSeries($0, "percent", .daily) }
  }

  /// The series that the rest of the project names.
  static let all: [FREDSeries] =
    percents([
      "SOFR", "SOFR1", "SOFR25", "SOFR75", "SOFR99", "EFFR", "OBFR", "IORB", "DFEDTARU",
      "DFEDTARL", "DGS1MO", "DGS3MO", "DGS6MO", "DGS1", "DGS2", "DGS3", "DGS5", "DGS7", "DGS10",
      "DGS20", "DGS30", "DTB3", "DTB4WK", "T10YIE", "DFII10", "BAMLH0A0HYM2",
    ]) + [
      FREDSeries("SOFRVOL", "billion USD", .daily), FREDSeries("EFFRVOL", "billion USD", .daily),
      FREDSeries("RRPONTSYD", "billion USD", .daily), FREDSeries("RPONTSYD", "billion USD", .daily),
      FREDSeries("WALCL", "million USD", .weeklyLevel),
      FREDSeries("WRESBAL", "million USD", .weekEnding),
      FREDSeries("WTREGEN", "million USD", .weekEnding),
      FREDSeries("WDTGAL", "million USD", .weeklyLevel),
      FREDSeries("SWPT", "million USD", .weeklyLevel),
      FREDSeries("WLCFLPCL", "million USD", .weeklyLevel),
      FREDSeries("H41RESPPALDKNWW", "million USD", .weeklyLevel),
      FREDSeries("THREEFYTP10", "percent", .daily, late: true),
      FREDSeries("DTWEXBGS", "index, January 2006 = 100", .daily, late: true),
      FREDSeries("DEXJPUS", "JPY per USD", .daily, late: true),
      FREDSeries("DEXHKUS", "HKD per USD", .daily, late: true),
      FREDSeries("NFCI", "index", .weekEnding), FREDSeries("ANFCI", "index", .weekEnding),
      FREDSeries("STLFSI4", "index", .weekEnding), FREDSeries("VIXCLS", "index", .daily),
      FREDSeries("SP500", "index", .daily), FREDSeries("NASDAQ100", "index", .daily),
      FREDSeries("DCOILWTICO", "USD per barrel", .daily, late: true),
      FREDSeries("UNRATE", "percent", .monthly), FREDSeries("ICSA", "persons", .weekEnding),
      FREDSeries("MORTGAGE30US", "percent", .weekEnding),
      FREDSeries("DRCCLACBS", "percent", .quarterly),
      FREDSeries("DRALACBN", "percent", .quarterly),
      FREDSeries("DRCRELEXFACBS", "percent", .quarterly),
      FREDSeries("HQMCB10YR", "percent", .monthly),
    ]
}
