import Quantities
import Statistics

/// The rolling correlation of bitcoin with the S&P 500, the Nasdaq-100 and the yen.
///
///     r = Pearson of log returns from one New York close to the next, windows of 20, 60 and 90
///     interval = tanh(artanh r ± 1.96/√(nₑ − 3)), nₑ = n(1 − ρₓρᵧ)/(1 + ρₓρᵧ)
///
/// Headline: S&P 500, 60 sessions. Bitcoin is sampled at the close of New York (the hourly bar that ends
/// at 16:00); days on which either side is absent are skipped, and a return never crosses one. The yen's
/// daily bars close later than 16:00 and are said so. Fewer than ten pairs are suppressed: with r = 0.91
/// and n = 5 the interval is [0.14, 0.99]. Calendar: New York trading days. Sources: Binance spot hourly
/// bars, Yahoo and FRED daily closes; model specification I06, row S28.
struct RollingCorrelationIndicator: Indicator {
  let id = "I06"
  let name = "Correlation of BTC with the S&P 500, 60 sessions"
  let unit = "correlation"
  let systems = ["M0.5", "M2.3", "M0.7"]
  let summary =
    "Pearson's correlation of returns between New York closes; Nasdaq-100, yen "
    + "and other windows beside it."
  let facts = ["S0.F26", "S0.F27", "S0.F28", "S0.F29", "S2.F14", "S2.F15", "S2.F36"]
  let threshold: IndicatorThreshold? = IndicatorThreshold(
    value: 0.75,
    meaning: "the source's long-run level against the Nasdaq-100",
    source: "S2.F14"
  )

  func reading(_ view: MarketView) throws(StoreError) -> IndicatorReading {
    var draft = ReadingDraft(view)
    guard
      let hourly = try draft.series(
        CryptoSeries.bitcoinHourly,
        remedy: CryptoSeries.remedy("binance_spot_btcusdt_1h")
      )
    else { return draft.reading }
    let bitcoin = NewYorkCloses.of(hourly)
    let (index, stocks) = try draft.newest(of: [
      "spx_1d/close", "fred_daily_long/SP500/value", "us_etfs_1d/SPY/close",
    ])
    let main = AlignedReturns(bitcoin, stocks)
    let history = main.correlations(window: 60)
    let estimate = main.newest(60)
    draft.headline(history, interval: estimate?.interval)
    draft.remark("S&P 500 from \(index)")
    windows("sp500", main, &draft)
    summary(main, history, &draft)
    let technology = try draft.catalogued("us_etfs_1d/QQQ/close")
    windows("nasdaq100", AlignedReturns(bitcoin, technology), &draft)
    let yen = try draft.catalogued("usdjpy_1d/close").compactMap { $1 > 0 ? 1 / $1 : nil }
    windows("yen", AlignedReturns(bitcoin, yen), &draft)
    try coordinated(stocks, &draft)
    draft.reading.threshold = threshold
    draft.remark(
      "yen: returns of the yen in dollars; its daily bars do not close at 16:00 New York"
    )
    draft.remarkOnHoles(bitcoin, of: CryptoSeries.bitcoinHourly, since: draft.today - 1_500)
    return draft.reading
  }

  private func windows(_ name: String, _ returns: AlignedReturns, _ draft: inout ReadingDraft) {
    for window in [20, 60, 90] {
      let estimate = returns.newest(window)
      draft.component(
        "\(name)_\(window)_sessions",
        estimate?.value,
        "correlation",
        interval: estimate?.interval
      )
    }
  }

  private func summary(
    _ returns: AlignedReturns,
    _ history: DailyValues,
    _ draft: inout ReadingDraft
  ) {
    // 2021-01-01, the start of the comparison in the specification.
    let since = history.since(18_628)
    guard !since.isEmpty else { return }
    draft.component("sp500_60_sessions_mean_since_2021", since.values.mean, "correlation")
    draft.component("sp500_60_sessions_max_since_2021", since.values.max(), "correlation")
    let weeks = returns.correlations(window: 5).since(18_628)
    guard !weeks.isEmpty else { return }
    draft.component(
      "sp500_5_sessions_at_least_0_91_share_since_2021",
      Double(weeks.values.count { $0 >= 0.91 }) / Double(weeks.count),
      "share"
    )
    draft.remark(
      "a correlation of five sessions is no estimate: fewer than ten pairs are suppressed; the share "
        + "of such windows at or above 0.91 says how often noise alone looks like S2.F15"
    )
  }

  /// The same with bitcoin's close at 00:00 UTC, three or four hours late: what an unaligned file gives.
  private func coordinated(_ stocks: DailyValues, _ draft: inout ReadingDraft) throws(StoreError) {
    let returns = AlignedReturns(try draft.values(CryptoSeries.bitcoinClose), stocks)
    let since = returns.correlations(window: 60).since(18_628)
    let weeks = returns.correlations(window: 5).since(18_628)
    guard !since.isEmpty, !weeks.isEmpty else { return }
    draft.component("sp500_60_sessions_mean_since_2021_utc_close", since.values.mean, "correlation")
    draft.component("sp500_60_sessions_max_since_2021_utc_close", since.values.max(), "correlation")
    draft.component(
      "sp500_5_sessions_at_least_0_91_share_since_2021_utc_close",
      Double(weeks.values.count { $0 >= 0.91 }) / Double(weeks.count),
      "share"
    )
  }
}
