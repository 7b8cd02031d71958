import Observatory
import Quantities

/// A series that an opening reads: the unit it must have, that unit in the state's, and how old it may be.
struct OpeningSource: Hashable, Sendable {
  /// The series.
  let series: SeriesID
  /// The unit that the store must state.
  let unit: String
  /// How many units of the series one unit of the state is: 100 basis points are a percent.
  let divisor: Double
  /// The most days from the time that the newest value describes to the opening.
  let ageMaxDays: Int

  private init(_ series: String, _ unit: String, per divisor: Double = 1, days: Int) {
    self.series = SeriesID(series)
    self.unit = unit
    self.divisor = divisor
    ageMaxDays = days
  }

  // Ages: a daily figure may miss a week of holidays; a weekly one may come ten days late; the report of a month
  // is the newest until the next one comes, 75 to 90 days after the month began; that of a quarter likewise.

  static let rangeLower = fredDaily("DFEDTARL", "percent")
  static let rangeUpper = fredDaily("DFEDTARU", "percent")
  static let interestOnReserves = fredDaily("IORB", "percent")
  static let effectiveRate = OpeningSource("effr_1d/effr_bp", "basis points", per: 100, days: 10)
  /// The percentiles 1, 25, 50, 75 and 99 by volume.
  static let securedRates = ["p1_bp", "p25_bp", "sofr_bp", "p75_bp", "p99_bp"].map {
    OpeningSource("sofr_percentiles_1d/\($0)", "basis points", per: 100, days: 10)
  }

  static let reverseRepo = fredDaily("RRPONTSYD", "billion USD")
  static let reserves = fredWeekly("WRESBAL")
  static let treasuryAccount = fredWeekly("WTREGEN")
  static let treasuries = fredWeekly("TREAST")
  static let mortgageSecurities = fredWeekly("WSHOMCB")
  static let totalAssets = fredWeekly("WALCL")

  static let billYield = curve("m3_bp")
  static let tenYearYield = curve("y10_bp")
  static let termPremium = abroad("ACM_TP_10Y")
  static let volatilityIndex = OpeningSource("move_1d/move", "basis points", days: 10)

  static let japaneseTenYear = OpeningSource("jgb_curve_1d/y10", "percent", days: 10)
  static let japanesePolicyRate = abroad("JP_POLICY")
  static let yenRate = OpeningSource("usdjpy_1d/close", "JPY per USD", days: 10)

  static let unemployment = fredMonthly("UNRATE", "percent", days: 75)
  static let delinquency = fredMonthly("DRCCLACBS", "percent", days: 250)
  static let consumerPrices = fredMonthly("CPIAUCSL", "index, 1982-1984 = 100", days: 90)

  /// All of them, in the order in which they are read.
  static let all: [OpeningSource] =
    [rangeLower, rangeUpper, interestOnReserves, effectiveRate] + securedRates + [
      reserves, reverseRepo, treasuryAccount, treasuries, mortgageSecurities, totalAssets,
      billYield,
      tenYearYield, termPremium, volatilityIndex, japaneseTenYear, japanesePolicyRate, yenRate,
      unemployment, delinquency, consumerPrices,
    ]

  private static func fredDaily(_ id: String, _ unit: String) -> OpeningSource {
    OpeningSource("fred_daily_long/\(id)/value", unit, days: 10)
  }

  private static func fredWeekly(_ id: String) -> OpeningSource {
    OpeningSource("fred_weekly_long/\(id)/value", "million USD", per: 1_000, days: 16)
  }

  private static func fredMonthly(_ id: String, _ unit: String, days: Int) -> OpeningSource {
    OpeningSource("fred_monthly_long/\(id)/value", unit, days: days)
  }

  private static func curve(_ column: String) -> OpeningSource {
    OpeningSource("us_treasury_par_curve_1d/\(column)", "basis points", per: 100, days: 10)
  }

  private static func abroad(_ id: String) -> OpeningSource {
    OpeningSource("g8_overnight_and_bill_rates_1d_long/\(id)/value", "percent", days: 10)
  }
}
