import Quantities

/// What the market asks of Japan for forty years, and how fast that has moved.
///
///     headline  = y40_t                                     percent a year, compounded twice a year
///     change 20 = 100 (y_t − y_{t − 20 published days})      basis points
///     change 1y = 100 (y_t − y_{t − 365 days})               basis points
///     slope     = 100 (y40 − y10)                            basis points
///
/// The forty-year bond is published since November 2007, so the percentile of the headline is its place
/// in its whole life. A change over 20 published days that spans more than 45 calendar days crosses a
/// hole in the file and is not given. Calendar: days on which the Ministry publishes. Interval: exact,
/// from yields rounded to a thousandth of a percent. Source: Ministry of Finance of Japan, constant
/// maturities.
struct JapaneseLongYieldIndicator: Indicator {
  let id = "L02"
  let name = "Forty-year yield of Japan, and its change over 20 days"
  let unit = "percent per year"
  let systems = ["M0.6"]
  let summary =
    "The 40-year yield; the 10-year yield, the changes of both over 20 published "
    + "days and a year, and the slope stand beside it."
  let facts = ["S0.F19", "S0.F20", "S0.F21"]
  let threshold: IndicatorThreshold? = IndicatorThreshold(
    value: 3.697,
    meaning: "the level called the highest since the bond was first issued",
    source: "S0.F21"
  )

  func reading(_ view: MarketView) throws(StoreError) -> IndicatorReading {
    var draft = ReadingDraft(view)
    let remedy = "clino data import of jgb_curve_1d, or clino data pull mof_japan"
    let forty = try draft.values("jgb_curve_1d/y40", remedy: remedy)
    let ten = try draft.values("jgb_curve_1d/y10", remedy: remedy)
    if let last = forty.last, let first = forty.days.first {
      draft.headline(
        forty,
        interval: .rounding(
          last.value - 0.000_5,
          last.value + 0.000_5,
          of: "the yield to a thousandth of a percent"
        ),
        // The table has a row for every business day of Tokyo, and the ten-year yield on each.
        expectedCount: max(forty.count, ten.since(first, through: last.day).count)
      )
    }
    for (name, yields) in [("10y", ten), ("40y", forty)] {
      draft.component("yield_\(name)_percent", newestOf: yields, "percent per year")
      draft.component(
        "change_20_days_\(name)_bp",
        newestOf: Self.changes(yields, places: 20),
        "basis points"
      )
      draft.component("change_1y_\(name)_bp", Self.changeOfYear(yields), "basis points")
    }
    draft.component(
      "slope_40y_10y_bp",
      newestOf: forty.combined(with: ten, within: 0) { 100 * ($0 - $1) },
      "basis points"
    )
    if let highest = forty.values.max(), let place = forty.values.lastIndex(of: highest) {
      draft.component("highest_40y_percent", highest, "percent per year")
      draft.remark(
        "the highest 40-year yield so far was on \(Day(daysSince1970: forty.days[place]))"
      )
    }
    draft.reading.threshold = threshold
    draft.remark(
      "a yield does not say why it rose: interest over revenue and debt over product are yearly accounts "
        + "and not in the data"
    )
    return draft.finished()
  }

  /// The change over a number of published days, in basis points; none across a hole in the file.
  static func changes(_ yields: DailyValues, places: Int) -> DailyValues {
    var result = DailyValues()
    for index in yields.days.indices.dropFirst(places)
    where yields.days[index] - yields.days[index - places] <= 45 {
      result.append(
        100 * (yields.values[index] - yields.values[index - places]),
        on: yields.days[index]
      )
    }
    return result
  }

  /// The change over 365 days, in basis points; the value a year before may be ten days older.
  private static func changeOfYear(_ yields: DailyValues) -> Double? {
    guard let last = yields.last,
      let before = yields.value(atOrBefore: last.day - 365, within: 10)
    else { return nil }
    return 100 * (last.value - before)
  }
}
