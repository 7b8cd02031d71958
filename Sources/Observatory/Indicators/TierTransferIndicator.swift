import Quantities
import Statistics

/// Senior coins that move from retail to institutions in a fall, and what stands in for them.
///
///     tier transfer = net BTC and ETH from retail to institutions in a drawdown of at least 10 %,
///                     over retail's core holding at its start
///
/// Needs wallets labelled by class: the headline stays empty. Components give what institutions are seen
/// to take in during the drawdown of the day: the net flow of the spot funds at the close of each
/// day, and Strategy's purchases, in bitcoin. Buyers of funds are not all institutions. Calendar: UTC days
/// and New York trading days. Sources: flows by issuer, SEC filings, Binance closes; model
/// specification I16.
struct TierTransferIndicator: Indicator {
  let id = "I16"
  let name = "Transfer of senior coins from retail to institutions in a drawdown"
  let unit = "fraction of retail holdings"
  let systems = ["M1.3", "M0.7"]
  let summary =
    "Senior coins that pass from retail to institutions in a fall of at least "
    + "10 %, over retail's holding at its start."
  let facts = ["S1.F28", "S1.F33", "S1.F34", "S1.F35", "S1.F36", "S0.F32", "S0.F35"]
  let threshold: IndicatorThreshold? = IndicatorThreshold(
    value: 0,
    meaning: "above: institutions take senior coins from retail in falls",
    source: "S1.F35"
  )

  func reading(_ view: MarketView) throws(StoreError) -> IndicatorReading {
    var draft = ReadingDraft(view)
    draft.missing(
      "balances and transfers by holder class (retail, institution) on chain and on exchanges",
      remedy: "labelled addresses of a paid provider (Glassnode, Arkham); no free history exists"
    )
    draft.reading.threshold = threshold
    let price = try draft.catalogued(CryptoSeries.bitcoinClose)
    guard let last = price.last, let drawdown = Self.drawdown(price) else { return draft.reading }
    draft.reading.observedAt = Instant(startOf: Day(daysSince1970: last.day + 1))
    draft.component("btc_drawdown", drawdown.depth, "fraction")
    draft.component("drawdown_days", Double(last.day - drawdown.peakDay), "days")
    guard drawdown.depth <= -0.1 else {
      draft.remark("no drawdown of at least 10 %: nothing to measure")
      return draft.reading
    }
    let flow = try draft.values("btc_etf_flows_by_issuer_1d/total")
    let coins = flow.since(drawdown.peakDay + 1).combined(with: price, within: 0) {
      $1 > 0 ? $0 * 1e6 / $1 : nil
    }
    draft.component(
      "proxy_funds_net_purchase_in_drawdown_btc",
      coins.isEmpty ? nil : coins.values.reduce(0, +),
      "BTC"
    )
    let bought = try draft.gathered("mstr_btc_purchases_sec", column: "btc_acquired", isSum: true)
      .since(drawdown.peakDay + 1)
    draft.component(
      "proxy_strategy_purchases_in_drawdown_btc",
      bought.isEmpty ? nil : bought.values.reduce(0, +),
      "BTC"
    )
    draft.remark("drawdown since \(Day(daysSince1970: drawdown.peakDay))")
    draft.remarkOnHoles(flow, of: "btc_etf_flows_by_issuer_1d/total", since: drawdown.peakDay)
    return draft.reading
  }

  /// The fall of the newest value from the highest before it.
  static func drawdown(_ price: DailyValues) -> (depth: Double, peakDay: Int)? {
    guard let last = price.last, let peak = price.values.max(), peak > 0,
      let index = price.values.lastIndex(of: peak)
    else { return nil }
    return (last.value / peak - 1, price.days[index])
  }
}
