import Quantities

/// The term premium of the ten-year Treasury, the slope of the curve and the share of bills.
///
///     headline: TP10 of Adrian, Crump and Moench (2013), basis points
///     slope: 10-year less 12-month par yield, basis points
///
/// The slope contains expected short rates and is no term premium: reading one as the other is E53.
/// Calendar: business days. The interval of the headline covers the rounding of the published figure
/// alone: the model's own error is larger and is not published with it. The bill share needs the monthly
/// statement of the public debt. Sources: New York Fed ACM through a third party (trust medium),
/// Treasury par curve, FRED for breakevens and real yields.
struct TermPremiumIndicator: Indicator {
  let id = "I31"
  let name = "Term premium of the ten-year Treasury (ACM) and slope"
  let unit = "basis points"
  let systems = ["M3.5", "M3.6", "M4.2"]
  let summary =
    "The premium of the model of Adrian, Crump and Moench; the ten-year less "
    + "the one-year yield beside it."
  let facts = ["S2.F27", "S3.F41", "S3.F42", "S3.F45", "S3.F46", "S3.F48", "S3.F61"]
  let threshold: IndicatorThreshold? = IndicatorThreshold(
    value: 0,
    meaning: "below: investors pay for duration",
    source: "Adrian, Crump and Moench (2013)"
  )

  func reading(_ view: MarketView) throws(StoreError) -> IndicatorReading {
    var draft = ReadingDraft(view)
    let premium = try draft.values(
      "g8_overnight_and_bill_rates_1d_long/ACM_TP_10Y/value",
      remedy:
        "clino data import of g8_overnight_and_bill_rates_1d_long, or the New York Fed's ACM file"
    ).compactMap { 100 * $1 }
    if let last = premium.last {
      draft.headline(
        premium,
        interval: .rounding(
          last.value - 0.005,
          last.value + 0.005,
          of: "the published figure; the model's error is not published"
        )
      )
    }
    try slopes(&draft)
    draft.missing(
      "Treasury bills over marketable debt",
      remedy:
        "FiscalData publishes it (monthly statement of the public debt); no source here reads it yet"
    )
    draft.reading.threshold = threshold
    draft.remark("the slope contains expected short rates and is no term premium (E53)")
    draft.remark("S3 says both that the spread rises and that the premium is compressed (S3.C21)")
    return draft.finished()
  }

  private func slopes(_ draft: inout ReadingDraft) throws(StoreError) {
    let curve = "us_treasury_par_curve_1d"
    let remedy = "clino data import of \(curve), or clino data pull (Treasury)"
    let tenYear = try draft.values("\(curve)/y10_bp", remedy: remedy)
    let oneYear = try draft.values("\(curve)/y1_bp", remedy: remedy)
    let threeMonth = try draft.values("\(curve)/m3_bp")
    let thirtyYear = try draft.values("\(curve)/y30_bp")
    draft.component(
      "slope_10y_12m_bp",
      newestOf: tenYear.combined(with: oneYear, within: 0) { $0 - $1 },
      "basis points"
    )
    draft.component(
      "slope_10y_3m_bp",
      newestOf: tenYear.combined(with: threeMonth, within: 0) { $0 - $1 },
      "basis points"
    )
    draft.component(
      "slope_30y_10y_bp",
      newestOf: thirtyYear.combined(with: tenYear, within: 0) { $0 - $1 },
      "basis points"
    )
    draft.component("yield_10y_bp", newestOf: tenYear, "basis points")
    let breakeven = try draft.values("fred_daily_long/T10YIE/value")
    let real = try draft.values("fred_daily_long/DFII10/value")
    draft.component("breakeven_10y_bp", breakeven.last.map { 100 * $0.value }, "basis points")
    draft.component("real_yield_10y_bp", real.last.map { 100 * $0.value }, "basis points")
  }
}
