import Quantities
import Statistics

/// The price at which states would absorb the forced sales of a shock.
///
///     P_f = the largest price where the states' cumulative purchases below it reach the forced sales of
///           24 hours;  "the floor rises" = slope of P_f over time
///
/// No state publishes a schedule of purchases, so there is no headline. Components give what such a
/// schedule would have to absorb, the largest reported day of bitcoin liquidations within a year (a lower
/// bound), and the one purchase the sources state against the one shock they state. Calendar: UTC days.
/// Sources: CoinGlass; the sources' figures; model specification §3.12, I28.
struct SovereignFloorIndicator: Indicator {
  let id = "I28"
  let name = "Price floor of sovereign purchases"
  let unit = "USD per BTC"
  let systems = ["M0.8", "M0.3", "M0.9"]
  let summary =
    "The highest price at which the purchases of states would absorb the forced "
    + "sales of a day."
  let facts = [
    "S0.F05", "S0.F41", "S0.F42", "S0.F43", "S0.F44", "S0.F46", "S0.F47", "S0.F48", "S0.F49",
    "S0.F91", "S0.F95",
  ]

  func reading(_ view: MarketView) throws(StoreError) -> IndicatorReading {
    var draft = ReadingDraft(view)
    draft.reading.isLowerBound = true
    draft.missing(
      "purchases and purchase schedules of states, dated and priced",
      remedy:
        "addresses that states disclose (El Salvador) and treasury reports; schedules are secret"
    )
    let stem = "coinglass_liquidations_1d/BTC"
    let long = try draft.catalogued("\(stem)/liq_long_usd")
    if let last = long.last {
      draft.reading.observedAt = Instant(startOf: Day(daysSince1970: last.day + 1))
      let year = long.values(in: (last.day - 364)...last.day)
      draft.component("to_absorb_largest_day_365d_usd_at_least", year.max(), "USD")
      let depth = try draft.values(CryptoSeries.bitcoinClose).value(on: last.day)
      draft.component(
        "to_absorb_largest_day_365d_btc_at_least",
        depth.flatMap { price in year.max().map { $0 / price } },
        "BTC at the newest price"
      )
    }
    // 2025-11-22, the first day of the article.
    if draft.today >= 20_414 {
      draft.component("el_salvador_purchase_over_liquidations", 0.1e9 / 1.9e9, "fraction")
      draft.component("el_salvador_price_over_low", 91_000 / 81_600 - 1, "fraction")
      draft.remark(
        "the El Salvador components are arithmetic on the source's figures: the purchase was a "
          + "twentieth of the liquidations, 11.5 % above the low, and held no floor (S0.F41, S0.F01)"
      )
    }
    try draft.censoringComponent()
    return draft.reading
  }
}
