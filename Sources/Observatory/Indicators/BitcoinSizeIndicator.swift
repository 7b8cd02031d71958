import Quantities

/// How large bitcoin is, beside the central bank that would have to support it.
///
///     headline = price × coins in circulation                USD billion
///     share    = headline / total assets of the Federal Reserve
///
/// Size is the only part of systemic importance that is published: who holds the coins, and what an
/// authority would do, are not. Calendar: UTC days; the balance sheet is weekly and at most 13 days old.
/// Interval: exact, from a value to the dollar; which price of the day it takes the source does not say.
/// Sources: market values of a public dashboard, FRED WALCL.
struct BitcoinSizeIndicator: Indicator {
  let id = "L06"
  let name = "Market value of bitcoin, beside the assets of the Federal Reserve"
  let unit = "USD billion"
  let systems = ["M0.12"]
  let summary =
    "The value of all bitcoin; as a share of the Federal Reserve's assets and of ether's value "
    + "beside it."
  let facts = ["S0.F12", "S0.F65"]
  let threshold: IndicatorThreshold? = IndicatorThreshold(
    value: 1_600,
    meaning: "the value that the source gives",
    source: "S0.F12"
  )

  func reading(_ view: MarketView) throws(StoreError) -> IndicatorReading {
    var draft = ReadingDraft(view)
    let remedy = CryptoSeries.remedy("btc_eth_mvrv_1d")
    let value = try draft.values("btc_eth_mvrv_1d/btc/market_cap_usd", remedy: remedy)
      .compactMap { $1 > 0 ? $1 / 1e9 : nil }
    let ether = try draft.values("btc_eth_mvrv_1d/eth/market_cap_usd")
    let assets = try draft.values("fred_weekly_long/WALCL/value")
    if let last = value.last {
      draft.headline(
        everyDay: value,
        interval: .rounding(last.value - 5e-10, last.value + 5e-10, of: "the value to a dollar")
      )
    }
    draft.component(
      "share_of_federal_reserve_assets",
      newestOf: value.combined(with: assets, within: 13) { $1 > 0 ? $0 * 1e3 / $1 : nil },
      "share"
    )
    draft.component(
      "ratio_to_ether",
      newestOf: value.combined(with: ether, within: 1) { $1 > 0 ? $0 * 1e9 / $1 : nil },
      "ratio"
    )
    draft.reading.threshold = threshold
    draft.remark("size says nothing about a backstop: no official operation has been announced")
    return draft.finished()
  }
}
