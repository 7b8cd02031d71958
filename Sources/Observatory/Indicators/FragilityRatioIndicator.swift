import Quantities
import Statistics

/// The ratio of forced liquidations to the net outflow of money, and why it has no headline here.
///
///     R = liquidations / max(|net outflow|, 10⁷ USD), 24 hours, all coins, both sides
///     net outflow = −(net spot taker volume + net flow of the spot funds)
///
/// Net spot taker volume is not in the data, so R as defined cannot be computed: the headline stays
/// empty and the components give R with parts of the outflow, under their own names. R has a signed
/// flow in its denominator: it is unbounded and has no mean, only quantiles. With a component of news R
/// does not identify the gain: every g in (0, R/(1 + R)] fits. Calendar: UTC days for liquidations, New
/// York trading days for flows. Sources: CoinGlass, fund flows by issuer; model specification §2.6, I01.
struct FragilityRatioIndicator: Indicator {
  let id = "I01"
  let name = "Fragility ratio: liquidations per unit of net outflow, 24 hours"
  let unit = "ratio"
  let systems = ["M0.1"]
  let summary =
    "Liquidations of a day over what left the market in it: net spot sales and "
    + "fund redemptions."
  let facts = ["S0.F02", "S0.F07", "S0.F09", "S0.F10", "S0.F11", "S0.F76"]
  let threshold: IndicatorThreshold? = IndicatorThreshold(
    value: 10,
    meaning: "the source calls it a singularity; read alone it identifies no gain",
    source: "S0.F10"
  )

  func reading(_ view: MarketView) throws(StoreError) -> IndicatorReading {
    var draft = ReadingDraft(view)
    draft.reading.isLowerBound = true
    draft.missing(
      "net spot taker volume of all venues, USD a day",
      remedy:
        "clino data pull (binance, klines) has taker_buy_quote_volume beside quote_volume, of "
        + "one venue; over-the-counter sales are published by nobody"
    )
    draft.missing(
      "basis-neutral part of the fund flows",
      remedy: "daily CME open interest by trader class; the CFTC publishes it weekly"
    )
    draft.reading.threshold = threshold
    guard let totals = try LiquidationTotals(&draft) else { return draft.reading }
    let outflow = try draft.catalogued("btc_etf_flows_by_issuer_1d/total")
      .compactMap { $1 == 0 ? nil : -1e6 * $1 }
    try fundRatio(totals, outflow, &draft)
    try takerRatio(&draft)
    try draft.censoringComponent()
    draft.remark("scope of the liquidations: \(totals.scope)")
    draft.remark(
      "R/(1 + R) is the forced share of the sales counted, not of market depth, and bounds the gain "
        + "from above only; read it with I02, I03 and the counterfactual multiplier of clino stress"
    )
    return draft.reading
  }

  /// R with the funds' flow alone in the denominator.
  private func fundRatio(
    _ totals: LiquidationTotals,
    _ outflow: DailyValues,
    _ draft: inout ReadingDraft
  ) throws(StoreError) {
    let ratios = Self.ratios(totals.total, outflow)
    guard let last = ratios.last, let out = outflow.value(on: last.day) else {
      return draft.component("ratio_to_fund_outflow_alone", nil, "ratio")
    }
    let start = Instant(startOf: Day(daysSince1970: last.day))
    draft.reading.observedAt = start + .days(1)
    draft.reading.coverage = IndicatorCoverage(
      start: start,
      end: start + .days(1),
      count: 1,
      expectedCount: 2
    )
    draft.component("liquidations_24h_usd_at_least", totals.total.value(on: last.day), "USD")
    draft.component("fund_outflow_24h_usd", out, "USD")
    draft.component(
      "ratio_to_fund_outflow_alone",
      last.value,
      "ratio",
      interval: IndicatorInterval(
        low: last.value,
        high: .infinity,
        level: 1,
        method: "reported liquidations are a lower bound for the given denominator"
      )
    )
    draft.component(
      "ratio_to_fund_outflow_alone_percentile",
      ratios.share(atOrBelow: last.value),
      "share"
    )
    let sorted = ratios.values.sorted()
    for (name, probability) in [("p05", 0.05), ("median", 0.5), ("p95", 0.95)] {
      draft.component(
        "ratio_to_fund_outflow_alone_\(name)",
        SampleQuantile.type7(ofSorted: sorted, at: probability),
        "ratio"
      )
    }
    draft.component("gain_upper_bound_if_flow_were_all", last.value / (1 + last.value), "fraction")
    if let long = totals.parts.first(where: { $0.name == "BTC" })?.long.value(on: last.day) {
      draft.component("btc_long_ratio_to_fund_outflow_alone", long / max(abs(out), 1e7), "ratio")
    }
    let volume = try draft.values("yahoo_btcusd_1d/volume").rollingMean(window: 30, countMin: 20)
    if let volume = volume.value(atOrBefore: last.day, within: 5) {
      draft.component("denominator_small_flag", abs(out) < 0.001 * volume ? 1 : 0, "0 or 1")
    }
    draft.remark("the components are of \(Day(daysSince1970: last.day))")
  }

  /// R of bitcoin with the futures' net taker sales in the denominator: another flow, named as such.
  private func takerRatio(_ draft: inout ReadingDraft) throws(StoreError) {
    let stem = "coinglass_taker_volume_1d/BTC"
    let bought = try draft.values("\(stem)/taker_buy_usd")
    let sold = try draft.values("\(stem)/taker_sell_usd")
    let pairs = sold.aligned(with: bought)
    var net = DailyValues()
    for index in pairs.days.indices {
      net.append(pairs.first[index] - pairs.second[index], on: pairs.days[index])
    }
    let liquidations = try draft.values("coinglass_liquidations_1d/BTC/liq_long_usd")
      .adding(try draft.values("coinglass_liquidations_1d/BTC/liq_short_usd"))
    draft.component(
      "btc_ratio_to_futures_taker_sales",
      Self.ratios(liquidations, net).last?.value,
      "ratio"
    )
  }

  /// Liquidations over the absolute outflow, at least ten million USD, on the days that have both.
  static func ratios(_ liquidations: DailyValues, _ outflow: DailyValues) -> DailyValues {
    let pairs = liquidations.aligned(with: outflow)
    var result = DailyValues()
    for index in pairs.days.indices {
      result.append(pairs.first[index] / max(abs(pairs.second[index]), 1e7), on: pairs.days[index])
    }
    return result
  }
}
