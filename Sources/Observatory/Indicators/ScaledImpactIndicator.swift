import Quantities
import Statistics

/// How much larger a purchase of ether is than one of bitcoin, each against its market.
///
///     ratio = (buy ETH/cap ETH)/(buy BTC/cap BTC);  square root: σ√(Q/V) of ether over that of bitcoin
///
/// Purchases: the growth of BitMine's disclosed ether between two disclosures at most 14 days apart, at
/// ether's mean close in between; Strategy's purchases filed in the eight days up to the second
/// disclosure. Capitalisations: Coin Metrics. Interval: ether bought at the lowest or highest close of
/// the stretch. Volumes for the square root are Yahoo's, σ of 30 days. Calendar: UTC days. The source's
/// own arithmetic is 429/963 · 5 = 2.23, with 963 and not 1 000. Model specification I13, row S41.
struct ScaledImpactIndicator: Indicator {
  let id = "I13"
  let name = "Purchase of ETH over purchase of BTC, each by market value"
  let unit = "ratio"
  let systems = ["M3.4", "M1.5"]
  let summary =
    "A purchase of ether by BitMine over one of bitcoin by Strategy, each "
    + "divided by the coin's market value."
  let facts = ["S3.F05", "S3.F06", "S3.F10", "S3.F15", "S3.F16", "S3.F17"]
  let threshold: IndicatorThreshold? = IndicatorThreshold(
    value: 2,
    meaning: "the ratio that the source states",
    source: "S3.F16"
  )

  func reading(_ view: MarketView) throws(StoreError) -> IndicatorReading {
    var draft = ReadingDraft(view)
    draft.reading.threshold = threshold
    // 2025-12-10, the day of the article.
    if draft.today >= 20_432 {
      draft.component(
        "arithmetic_of_the_source",
        ScaledImpact.capitalisationRatio(purchases: (429e6, 963e6), capitalisations: (1, 5)),
        "ratio"
      )
    }
    let holdings = try draft.gathered("bmnr_eth_holdings", column: "eth_holdings")
    let bought = try draft.gathered("mstr_btc_purchases_sec", column: "total_cost_usd", isSum: true)
    let ether = try draft.catalogued(CryptoSeries.etherClose)
    let bitcoin = try draft.catalogued(CryptoSeries.bitcoinClose)
    let capETH = try draft.catalogued("btc_eth_mvrv_1d/eth/market_cap_usd")
    let capBTC = try draft.catalogued("btc_eth_mvrv_1d/btc/market_cap_usd")
    for (name, values) in [("bmnr_eth_holdings", holdings), ("mstr_btc_purchases_sec", bought)]
    where values.isEmpty {
      draft.missing("\(name), dated purchases", remedy: CryptoSeries.remedy(name))
    }
    var weeks: [Week] = []
    for index in holdings.days.indices.dropFirst() {
      if let week = Self.week(holdings, index, bought, ether, capETH, capBTC) { weeks.append(week) }
    }
    guard let last = weeks.last else { return draft.reading }
    var history = DailyValues()
    for week in weeks { history.append(week.ratio, on: week.day) }
    let factor = last.ratio / last.etherUSD
    draft.headline(
      history,
      interval: IndicatorInterval(
        low: factor * last.etherLow,
        high: factor * last.etherHigh,
        level: 1,
        method: "ether bought at the lowest or highest close between the disclosures"
      ),
      expectedCount: holdings.count - 1
    )
    draft.component("eth_bought_usd", last.etherUSD, "USD")
    draft.component("btc_bought_usd", last.bitcoinUSD, "USD")
    draft.component("capitalisation_ratio_btc_over_eth", last.capitalisationRatio, "ratio")
    try squareRoot(last, ether, bitcoin, &draft)
    return draft.reading
  }

  /// One stretch in which both bought.
  struct Week {
    let day: Int
    let etherUSD: Double
    let etherLow: Double
    let etherHigh: Double
    let bitcoinUSD: Double
    let capitalisationRatio: Double

    var ratio: Double {
      ScaledImpact.capitalisationRatio(
        purchases: (etherUSD, bitcoinUSD),
        capitalisations: (1, capitalisationRatio)
      )
    }
  }

  static func week(
    _ holdings: DailyValues,
    _ index: Int,
    _ bought: DailyValues,
    _ ether: DailyValues,
    _ capETH: DailyValues,
    _ capBTC: DailyValues
  ) -> Week? {
    let (before, day) = (holdings.days[index - 1], holdings.days[index])
    let coins = holdings.values[index] - holdings.values[index - 1]
    let closes = ether.values(in: (before + 1)...day)
    let cost = bought.values(in: (day - 6)...(day + 1)).reduce(0, +)
    guard day - before <= 14, coins > 0, cost > 0, let mean = closes.mean, let low = closes.min(),
      let high = closes.max(), let first = capETH.value(atOrBefore: day, within: 7),
      let second = capBTC.value(atOrBefore: day, within: 7), first > 0, second > 0
    else { return nil }
    return Week(
      day: day,
      etherUSD: coins * mean,
      etherLow: coins * low,
      etherHigh: coins * high,
      bitcoinUSD: cost,
      capitalisationRatio: second / first
    )
  }

  private func squareRoot(
    _ week: Week,
    _ ether: DailyValues,
    _ bitcoin: DailyValues,
    _ draft: inout ReadingDraft
  ) throws(StoreError) {
    let days = (week.day - 29)...week.day
    let volumeETH = try draft.values("yahoo_ethusd_1d/volume").values(in: days).mean
    let volumeBTC = try draft.values("yahoo_btcusd_1d/volume").values(in: days).mean
    let first = Moments(of: ether.logReturns().values(in: days)).standardDeviation
    let second = Moments(of: bitcoin.logReturns().values(in: days)).standardDeviation
    guard let volumeETH, let volumeBTC, let first, let second, second > 0,
      min(volumeETH, volumeBTC) > 0
    else { return draft.component("square_root_law_ratio", nil, "ratio") }
    draft.component(
      "square_root_law_ratio",
      ScaledImpact.squareRootRatio(
        purchases: (week.etherUSD, week.bitcoinUSD),
        dailyVolumes: (volumeETH, volumeBTC),
        volatilities: (first, second)
      ),
      "ratio"
    )
  }
}
