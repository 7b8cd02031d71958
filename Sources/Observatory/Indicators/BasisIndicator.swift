import Quantities
import Statistics

/// The annualised basis of bitcoin futures at a constant 30 days.
///
///     b(T) = (F/S − 1) · 365/days per expiry, interpolated linearly to 30 days
///
/// The one futures curve in the data is the forward price per expiry of Deribit's option chain: S is the
/// forward of the nearest expiry, and the headline exists on that date alone. Its interval is the spread
/// of the forwards that the chain quotes for one expiry. The funding of perpetuals is another
/// quantity that arbitrage ties to the basis; it is given under its own name. Calendar: UTC days.
/// Sources: Deribit, Binance funding, CFTC; model specification I09, §3.5.
struct BasisIndicator: Indicator {
  let id = "I09"
  let name = "Annualised basis of BTC futures, constant 30 days"
  let unit = "per year"
  let systems = ["M3.2"]
  let summary =
    "The yearly gap of futures over spot, interpolated to 30 days, from the "
    + "forwards of Deribit's option chain."
  let facts = ["S3.F22", "S3.F23", "S3.F24", "S3.F26", "S3.F27", "S3.F39", "S3.F50", "S3.F51"]
  let threshold: IndicatorThreshold? = IndicatorThreshold(
    value: 0.05,
    meaning: "below: the source's break-even of the carry trade",
    source: "S3.F27"
  )

  func reading(_ view: MarketView) throws(StoreError) -> IndicatorReading {
    var draft = ReadingDraft(view)
    draft.missing(
      "daily settlements of CME bitcoin futures by expiry, with spot at the same time",
      remedy:
        "CME DataMine (paid); free sources keep no history of expired contracts, and no source "
        + "here reads dated futures yet"
    )
    draft.reading.threshold = threshold
    try curve(&draft)
    try funding(&draft)
    try leveragedShorts(&draft)
    draft.remark(
      "without a history of the curve there is no 30-day mean and no share of days below break-even; "
        + "the funding components are a proxy: funding is the price of a perpetual's premium"
    )
    return draft.reading
  }

  private func curve(_ draft: inout ReadingDraft) throws(StoreError) {
    guard let chain = try ForwardCurve(&draft), let basis = chain.basis(days: 30) else { return }
    draft.reading.value = basis.value
    draft.reading.interval = IndicatorInterval(
      low: basis.low,
      high: basis.high,
      level: 1,
      method: "the lowest and highest forward that the option chain shows for each expiry"
    )
    draft.reading.observedAt = chain.time
    draft.reading.coverage = IndicatorCoverage(
      start: chain.time,
      end: chain.time,
      count: 1,
      expectedCount: 30
    )
    if let quarter = chain.basis(days: 90) {
      draft.component("deribit_basis_90d", quarter.value, "per year")
    }
  }

  /// Funding of the perpetual per year, its 30-day mean, and the share of days below break-even.
  private func funding(_ draft: inout ReadingDraft) throws(StoreError) {
    guard let series = try draft.series("binance_um_btcusdt_funding_8h/funding_rate") else {
      return
    }
    let daily = DailyValues(meanOfEachDay: series).compactMap { 1_095 * $1 }
    let means = daily.rollingMean(window: 30, countMin: 24)
    guard let last = means.last else { return }
    let window = daily.values(in: (last.day - 29)...last.day)
    let interval = IndicatorInterval.blockBootstrap(
      count: window.count,
      blockLength: 5,
      of: "days",
      key: 9
    ) { indices in indices.reduce(0) { $0 + window[$1] } / Double(indices.count) }
    draft.component("proxy_funding_30d_mean", last.value, "per year", interval: interval)
    draft.component(
      "proxy_funding_30d_mean_percentile",
      means.share(atOrBelow: last.value),
      "share"
    )
    let two = daily.values(in: (last.day - 56)...last.day)
    draft.component(
      "proxy_funding_days_below_5_percent_share_57d",
      two.count >= 45 ? Double(two.count { $0 < 0.05 }) / Double(two.count) : nil,
      "share"
    )
    let above = means.days.indices.last { means.values[$0] >= 0.05 }
    draft.component(
      "proxy_days_since_30d_mean_above_5_percent",
      above.map { Double(last.day - means.days[$0]) },
      "days"
    )
    let venues = try draft.values("funding_oi_multi_venue_1d_2026/BTC/fund_mean")
    draft.component("proxy_funding_four_venues", venues.last.map { $0.value / 100 }, "per year")
  }

  /// Net short positions of leveraged funds on CME, the short leg of the trade, in bitcoin.
  private func leveragedShorts(_ draft: inout ReadingDraft) throws(StoreError) {
    guard let net = try Self.leveragedShorts(&draft).last else { return }
    draft.component("cme_leveraged_funds_net_short_btc", net.value, "BTC")
  }

  static func leveragedShorts(_ draft: inout ReadingDraft) throws(StoreError) -> DailyValues {
    let dataset = "cftc_cot_crypto_weekly"
    let short = try draft.gathered(dataset, column: "hedge_fund_short", containing: "/133741")
    let long = try draft.gathered(dataset, column: "hedge_fund_long", containing: "/133741")
    // One contract is five bitcoin.
    return short.combined(with: long, within: 0) { 5 * ($0 - $1) }
  }
}
