import Quantities
import Statistics

/// How lopsided the rates of one day's repo trades are.
///
/// From the published percentiles p1, p25, p50 (the rate itself), p75 and p99 of the trades, weighted by
/// volume, in whole basis points:
///
///     Bowley    = (p75 + p25 − 2 p50) / (p75 − p25)        headline, −1 … 1
///     Kelly 99  = (p99 + p1 − 2 p50) / (p99 − p1)
///     tail      = (p99 − p50) / (p50 − p1)
///
/// with p50 − IORB and p99 − SRF in basis points. Bowley is undefined when p75 − p25 is below one basis
/// point. Calendar: business days of the New York Fed; the last business day of a quarter is flagged,
/// as balance-sheet dates widen the tails by themselves. The interval is exact: every value that
/// percentiles within half a basis point of the published ones allow. Sources: New York Fed, SOFR
/// percentiles; row S30; threshold from row S31b.
struct SOFRSkewIndicator: Indicator {
  let id = "I07"
  let name = "Skew of the SOFR transactions (Bowley)"
  let unit = "ratio, -1 to 1"
  let systems = ["M2.1", "M3.6"]
  let summary =
    "How lopsided a day's repo rates are: upper against lower quartile around "
    + "the median."
  let facts = ["S2.F08", "S2.F09", "S2.F10", "S2.F31", "S3.F43"]
  let threshold: IndicatorThreshold? = IndicatorThreshold(
    value: Self.refusalSkew,
    meaning: "above: as skewed as the simulated case in which lenders refuse (0.40, base -0.21)",
    source: "S31b; S2.F10 gives no number (E71)"
  )

  /// The skew of the simulated case in which lenders refuse.
  static let refusalSkew = 0.40

  func reading(_ view: MarketView) throws(StoreError) -> IndicatorReading {
    var draft = ReadingDraft(view)
    guard let table = try SOFRPercentiles(&draft), let newest = table.newest else {
      return draft.finished()
    }
    let history = table.history { $0.bowley }
    let undefined = table.count - history.count
    if let bowley = newest.bowley {
      draft.headline(history, interval: newest.bowleyRange)
      draft.component("kelly_99_ratio", newest.skew.kelly, "ratio, -1 to 1")
      draft.component("mean_21d_ratio", mean(history.values.suffix(21)), "ratio, -1 to 1")
      if bowley > 0, newest.isQuarterEnd {
        draft.remark("quarter end: balance-sheet dates skew the rates by themselves")
      }
    } else {
      draft.remark("undefined on \(newest.day): p75 - p25 is below one basis point")
    }
    draft.component("tail_ratio", newest.skew.tailRatio, "ratio")
    try administered(newest, &draft)
    draft.component("p99_minus_p50_bp", newest.skew.rightTail, "basis points")
    draft.component("interquartile_range_bp", newest.skew.interquartileRange, "basis points")
    draft.component("volume_usd_billion", newest.volume, "USD billion")
    draft.component("quarter_end_flag", newest.isQuarterEnd ? 1 : 0, "0 or 1")
    draft.component("undefined_days", Double(undefined), "days")
    let above = history.share(atOrBelow: Self.refusalSkew).map { 1 - $0 }
    draft.component("days_above_threshold_share", above, "share")
    draft.reading.threshold = threshold
    if table.disorderedCount > 0 {
      draft.remark("\(table.disorderedCount) days left out: their percentiles do not ascend")
    }
    draft.remark(
      "the published percentiles are skewed most of the time: the level of the simulated case separates "
        + "nothing by itself, changes do (I08)"
    )
    draft.remark(
      "a skew says that some borrowers pay more, not why: the sign is one-sided evidence (S2.C05)"
    )
    draft.remark(
      "S2.F08 and S2.F09 quote 5.30-5.35 % for November 2025; those are the rates of July 2023 to "
        + "September 2024 (E29)"
    )
    return draft.finished()
  }

  /// The distances to the administered rates, where those are not older than a week.
  private func administered(
    _ row: SOFRPercentiles.Row,
    _ draft: inout ReadingDraft
  ) throws(StoreError) {
    let day = row.day.daysSince1970
    let balances = try draft.values("fred_daily_long/IORB/value")
    var rate = balances.value(atOrBefore: day, within: 5)
    if rate == nil {
      let floor = try draft.values("g8_overnight_and_bill_rates_1d_long/FLOOR_USD/value")
      rate = floor.value(atOrBefore: day, within: 5)
    }
    draft.component("p50_minus_iorb_bp", rate.map { row.median - 100 * $0 }, "basis points")
    let upper = try draft.values("fred_daily_long/DFEDTARU/value")
    // The standing repo facility opened on 2021-07-29; its rate has been the top of the range.
    let facility = day >= 18_837 ? upper.value(atOrBefore: day, within: 5) : nil
    draft.component("p99_minus_srf_bp", facility.map { row.skew.p99 - 100 * $0 }, "basis points")
  }

  private func mean(_ values: ArraySlice<Double>) -> Double? {
    values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
  }
}
