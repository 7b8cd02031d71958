import Quantities
import Statistics

/// What the hedge of a synthetic dollar earns: the funding that its short perpetuals receive.
///
///     f_d       = mean of the day's 8-hour rates × 3 × 365 × 100        percent a year, simple
///     headline  = mean over 30 days of (f_d of BTC + f_d of ETH)/2
///
/// Below zero the issuer pays to stay hedged, and what it pays out of comes to an end. Beside it stands
/// the correlation of this income with realised volatility over windows of 30 days that do not overlap:
/// the source says that volatility feeds the issuer. Calendar: UTC days, 24 of 30 at least. Interval:
/// block bootstrap over the 30 days. Source: settlements of one venue, Binance; an issuer spreads its
/// hedge over several and earns on staked ether beside.
struct HedgedCarryIndicator: Indicator {
  let id = "L04"
  let name = "Income of a delta-neutral hedge from funding, 30 days"
  let unit = "percent per year"
  let systems = ["M1.7"]
  let summary =
    "The mean funding of bitcoin and ether perpetuals over 30 days, which a short hedge receives; "
    + "its correlation with volatility stands beside it."
  let facts = ["S1.F41", "S1.F42"]
  let threshold: IndicatorThreshold? = IndicatorThreshold(
    value: 0,
    meaning: "below: the hedge of a synthetic dollar costs money",
    source: "by definition"
  )

  func reading(_ view: MarketView) throws(StoreError) -> IndicatorReading {
    var draft = ReadingDraft(view)
    let bitcoin = try funding("binance_um_btcusdt_funding_8h", &draft)
    let ether = try funding("binance_um_ethusdt_funding_8h", &draft)
    let daily = bitcoin.combined(with: ether, within: 0) { ($0 + $1) / 2 }
    let means = daily.rollingMean(window: 30, countMin: 24)
    if let last = means.last {
      let window = daily.values(in: (last.day - 29)...last.day)
      draft.headline(
        everyDay: means,
        interval: .blockBootstrap(count: window.count, blockLength: 5, of: "days", key: 204) {
          indices in
          indices.reduce(0) { $0 + window[$1] } / Double(indices.count)
        }
      )
      draft.component(
        "days_below_zero_share_30d",
        Double(window.count { $0 < 0 }) / Double(window.count),
        "share"
      )
    }
    for (name, history) in [("btc", bitcoin), ("eth", ether)] {
      draft.component(
        "funding_\(name)_30d_percent",
        newestOf: history.rollingMean(window: 30, countMin: 24),
        "percent per year"
      )
    }
    let closes = try draft.catalogued(CryptoSeries.bitcoinClose)
    let volatility = closes.realisedVolatility(window: 30, periodsPerYear: 365, gapDaysMax: 1)
    draft.component(
      "correlation_with_btc_volatility_30d",
      Self.correlation(means, volatility),
      "correlation of windows that do not overlap"
    )
    let supply = try draft.values("stablecoin_supply_1d/usde_usd")
    draft.component("usde_supply_usd_billion", supply.last.map { $0.value / 1e9 }, "USD billion")
    draft.reading.threshold = threshold
    draft.remark(
      "the peg of USDe, the price of ENA and the issuer's own accounts are not in the data"
    )
    return draft.finished()
  }

  /// The funding of each day in percent a year.
  private func funding(
    _ dataset: String,
    _ draft: inout ReadingDraft
  ) throws(StoreError) -> DailyValues {
    guard
      let series = try draft.series(
        "\(dataset)/funding_rate",
        remedy: CryptoSeries.remedy(dataset)
      )
    else { return DailyValues() }
    return DailyValues(meanOfEachDay: series).compactMap { 109_500 * $1 }
  }

  /// Pearson's correlation on every thirtieth common day, counted back from the newest.
  static func correlation(_ means: DailyValues, _ volatility: DailyValues) -> Double? {
    let both = means.aligned(with: volatility)
    let places = stride(from: both.days.count - 1, through: 0, by: -30).reversed()
    guard places.count >= 12 else { return nil }
    return try? Correlation.pearson(places.map { both.first[$0] }, places.map { both.second[$0] })
  }
}
