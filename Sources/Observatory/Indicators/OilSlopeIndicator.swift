import Quantities
import Statistics

/// The slope of the WTI futures curve over a year.
///
///     slope = ln(F12 / F1);   F1 − F12 in USD per barrel
///
/// Sign: slope above zero, F1 − F12 below zero, is contango; a quoted "M1 − M12 = +2.8" is backwardation
/// and cannot be super contango, which is F12 far above F1 (E31, E32). The settlements of the strip are
/// not in the imported data, so the headline is missing. Beside it stand the spot price and WTI less Brent;
/// neither says anything about the slope. A fund on the front future is no stand-in: its return less that of
/// spot mixes a year of rolls with the gap of front over spot on the last day. Calendar: trading days of New York. Sources: EIA spot prices.
struct OilSlopeIndicator: Indicator {
  let id = "I17"
  let name = "Slope of the WTI futures curve, month 12 over month 1"
  let unit = "log ratio, above zero in contango"
  let systems = ["M2.5"]
  let summary = "The logarithm of the twelfth future of the WTI strip over the first."
  let facts = ["S2.F19", "S2.F20", "S2.F21", "S2.F29", "S2.F38"]
  let threshold: IndicatorThreshold? = IndicatorThreshold(
    value: 0,
    meaning: "above: contango; below: backwardation. F1 - F12 = +2.8 USD would be below",
    source: "S2.F19, E31, E32"
  )

  func reading(_ view: MarketView) throws(StoreError) -> IndicatorReading {
    var draft = ReadingDraft(view)
    draft.missing(
      "NYMEX settlements of WTI months 1 to 12",
      remedy: "sold by CME DataMine; the EIA's four months (eia, RCLC1 to RCLC4) end in April 2024"
    )
    let remedy = "clino data import of wti_spot_1d and brent_spot_1d"
    let spot = try draft.values("wti_spot_1d/price_usd_bbl", remedy: remedy)
    let brent = try draft.values("brent_spot_1d/price_usd_bbl")
    draft.component("wti_spot_usd_per_barrel", newestOf: spot, "USD per barrel")
    draft.component(
      "wti_minus_brent_usd_per_barrel",
      newestOf: spot.combined(with: brent) { $0 - $1 },
      "USD per barrel"
    )
    let first = try draft.values("eia/RCLC1/value")
    let fourth = try draft.values("eia/RCLC4/value")
    draft.component(
      "month_4_over_1_log_ratio",
      newestOf: fourth.combined(with: first, within: 0) {
        $0 > 0 && $1 > 0 ? Libm.log($0 / $1) : nil
      },
      "log ratio, above zero in contango"
    )
    draft.reading.threshold = threshold
    draft.remark("sign: slope = ln(F12/F1); above zero contango, below zero backwardation")
    return draft.finished()
  }
}
