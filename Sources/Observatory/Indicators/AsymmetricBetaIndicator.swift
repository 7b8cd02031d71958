import Quantities
import Statistics

/// How much more an altcoin follows bitcoin down than up.
///
///     r_alt = a + β⁺ max(r, 0) + β⁻ min(r, 0);  headline = β⁻ − β⁺ of ether, last 1 000 UTC days
///
/// Least squares, HC0 standard errors (White 1980); interval: normal, 95 percent. A positive difference
/// says that the asset falls more with bitcoin than it rises with it. The percentile needs no refit: it is
/// taken among disjoint windows of 250 days. Calendar: UTC days; returns across a hole are left out.
/// Sources: Binance closes; model specification I15 (ether since 2021: 0.315 with error 0.085).
struct AsymmetricBetaIndicator: Indicator {
  let id = "I15"
  let name = "Asymmetric beta of ETH to BTC: down less up"
  let unit = "beta"
  let systems = ["M1.4", "M1.3"]
  let summary =
    "How much more ether follows bitcoin in falls than in rises, by least "
    + "squares over 1 000 days."
  let facts = ["S1.F15", "S1.F37", "S1.F40", "S3.F18", "S3.F60"]
  let threshold: IndicatorThreshold? = IndicatorThreshold(
    value: 0,
    meaning: "above: falls with bitcoin are followed more than rises",
    source: "S1.F40"
  )

  /// The days of the headline.
  static let window = 1_000
  /// 2021-01-01, the start of the sample in the specification.
  static let sampleStart = 18_628

  func reading(_ view: MarketView) throws(StoreError) -> IndicatorReading {
    var draft = ReadingDraft(view)
    let bitcoin = try draft.catalogued(CryptoSeries.bitcoinClose)
    let ether = try draft.catalogued(CryptoSeries.etherClose)
    let market = bitcoin.logReturns()
    let asset = ether.logReturns()
    if let last = market.aligned(with: asset).days.last {
      headline(asset, market, last: last, &draft)
      pair("eth_since_2021", asset.since(Self.sampleStart), market, &draft)
      pair("eth_365d", asset.since(last - 364), market, &draft)
    }
    for symbol in ["SOL", "XRP", "BNB", "DOGE", "LINK", "AAVE", "ENA", "HYPE"] {
      let returns = try draft.values("binance_perp_alts_1d/\(symbol)USDT/close").logReturns()
      guard let end = returns.last?.day else { continue }
      pair("\(symbol.lowercased())_1000d", returns.since(end - Self.window + 1), market, &draft)
    }
    rotation(ether, bitcoin, &draft)
    draft.reading.threshold = threshold
    draft.remark(
      "a share of the asymmetry is common to all crypto assets in falls; it does not show who is "
        + "leveraged"
    )
    draft.remarkOnHoles(bitcoin, of: CryptoSeries.bitcoinClose, since: draft.today - Self.window)
    return draft.reading
  }

  private func headline(
    _ asset: DailyValues,
    _ market: DailyValues,
    last: Int,
    _ draft: inout ReadingDraft
  ) {
    let first = last - Self.window + 1
    guard let fit = Self.fit(asset.since(first, through: last), market) else { return }
    draft.reading.value = fit.difference.value
    draft.reading.interval = Self.interval(fit.difference)
    let end = Instant(startOf: Day(daysSince1970: last + 1))
    draft.reading.observedAt = end
    draft.reading.coverage = IndicatorCoverage(
      start: Instant(startOf: Day(daysSince1970: first)),
      end: end,
      count: fit.regression.residuals.count,
      expectedCount: Self.window
    )
    draft.component("eth_beta_up", fit.up.value, "beta", interval: Self.interval(fit.up))
    draft.component("eth_beta_down", fit.down.value, "beta", interval: Self.interval(fit.down))
    draft.component("eth_difference_p_value", fit.difference.twoSidedProbability, "probability")
    var history: [Double] = []
    var end250 = last
    while let start = market.days.first, end250 - 249 >= start {
      if let value = Self.fit(asset.since(end250 - 249, through: end250), market)?.difference.value
      {
        history.append(value)
      }
      end250 -= 250
    }
    if let newest = history.first {
      draft.reading.percentile = Double(history.count { $0 <= newest }) / Double(history.count)
      draft.component("eth_difference_250d", newest, "beta")
      draft.remark(
        "percentile: of the last 250 days among \(history.count) disjoint windows of 250"
      )
    }
  }

  private func pair(
    _ name: String,
    _ asset: DailyValues,
    _ market: DailyValues,
    _ draft: inout ReadingDraft
  ) {
    let fit = Self.fit(asset, market)
    draft.component(
      "\(name)_difference",
      fit?.difference.value,
      "beta",
      interval: fit.flatMap { Self.interval($0.difference) }
    )
  }

  /// The change of ETH/BTC over 90 days: the sign that S3.F18 reads as an alt rally.
  private func rotation(_ ether: DailyValues, _ bitcoin: DailyValues, _ draft: inout ReadingDraft) {
    let ratio = ether.combined(with: bitcoin, within: 0) { $1 > 0 ? $0 / $1 : nil }
    guard let last = ratio.last, let before = ratio.value(atOrBefore: last.day - 90, within: 5)
    else {
      return
    }
    draft.component("eth_btc_change_90d", last.value / before - 1, "fraction")
  }

  static func fit(_ asset: DailyValues, _ market: DailyValues) -> AsymmetricBeta? {
    let pairs = asset.aligned(with: market)
    guard pairs.days.count >= 60 else { return nil }
    return try? AsymmetricBeta(asset: pairs.first, market: pairs.second)
  }

  static func interval(_ estimate: CoefficientEstimate) -> IndicatorInterval? {
    (try? estimate.interval()).map { IndicatorInterval($0, method: "normal, HC0 standard error") }
  }
}
