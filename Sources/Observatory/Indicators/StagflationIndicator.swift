import Quantities

/// Whether prices rise faster and work gets scarcer at once.
///
///     headline    = 100 (CPI_m / CPI_{m − 12} − 1)                  percent
///     inflation up    = headline_m > headline_{m − 12}
///     unemployment up = u_m > u_{m − 12}
///     stagflation     = both
///
/// A month without a published index, such as October 2025, has no value and starts none a year later.
/// The base rate is the share of months since 1949 in which both rose. Calendar: months. Interval: exact,
/// from indices rounded to a thousandth. Sources: FRED CPIAUCSL, CPILFESL, UNRATE, PAYEMS, UMCSENT; of one
/// vintage, so that later revisions are seen too early.
struct StagflationIndicator: Indicator {
  let id = "L05"
  let name = "Consumer prices over twelve months, with unemployment"
  let unit = "percent"
  let systems = ["M4.3"]
  let summary =
    "The rise of consumer prices over a year; core prices, its own change, unemployment, payrolls and "
    + "sentiment stand beside it."
  let facts = ["S4.F31", "S4.F35", "S4.F56"]

  func reading(_ view: MarketView) throws(StoreError) -> IndicatorReading {
    var draft = ReadingDraft(view)
    let remedy = "clino data import of fred_monthly_long, or a FRED key"
    let prices = try draft.values("fred_monthly_long/CPIAUCSL/value", remedy: remedy)
    let core = try draft.values("fred_monthly_long/CPILFESL/value")
    let jobless = try draft.values("fred_monthly_long/UNRATE/value", remedy: remedy)
    let payrolls = try draft.values("fred_monthly_long/PAYEMS/value")
    let sentiment = try draft.values("fred_monthly_long/UMCSENT/value")
    let inflation = Self.growth(prices)
    if let last = inflation.last, let before = Self.yearBefore(prices, last.day) {
      let half = 100 * 0.000_5 * (2 + last.value / 100) / before
      draft.headline(
        inflation,
        interval: .rounding(last.value - half, last.value + half, of: "the index to a thousandth"),
        expectedCount: ReadingDraft.monthCount(inflation),
        period: .month
      )
    }
    let faster = Self.changes(inflation)
    let scarcer = Self.changes(jobless)
    draft.component("core_inflation_12m_percent", newestOf: Self.growth(core), "percent")
    draft.component("inflation_change_12m", faster.last?.value, "percentage points")
    draft.component("unemployment_percent", jobless.last?.value, "percent")
    draft.component("unemployment_change_12m", newestOf: scarcer, "percentage points")
    draft.component("payroll_growth_12m_percent", newestOf: Self.growth(payrolls), "percent")
    draft.component("consumer_sentiment_index", newestOf: sentiment, "index")
    let both = faster.combined(with: scarcer, within: 0) { $0 > 0 && $1 > 0 ? 1 : 0 }
    draft.component(
      "months_with_both_rising_share",
      both.isEmpty ? nil : both.values.reduce(0, +) / Double(both.count),
      "share"
    )
    if let newest = both.last {
      let words = newest.value > 0 ? "both are" : "not both are"
      draft.remark(
        "inflation and unemployment above a year before: \(words), \(Day(daysSince1970: newest.day))"
      )
    }
    draft.remark("federal staff and spending, and tariffs, are not in the data")
    return draft.finished()
  }

  /// The growth over twelve months in percent, for every month with both ends.
  static func growth(_ levels: DailyValues) -> DailyValues {
    levels.compactMap { day, value in
      guard let before = yearBefore(levels, day), before > 0 else { return nil }
      return 100 * (value / before - 1)
    }
  }

  /// The difference to twelve months before, for every month with both ends.
  static func changes(_ levels: DailyValues) -> DailyValues {
    levels.compactMap { day, value in yearBefore(levels, day).map { value - $0 } }
  }

  /// The value of the same month a year before; nil where that month has none.
  private static func yearBefore(_ levels: DailyValues, _ day: Int) -> Double? {
    let (year, month, _) = Day(daysSince1970: day).civil
    return Day(year: year - 1, month: month, day: 1).flatMap { levels.value(on: $0.daysSince1970) }
  }
}
