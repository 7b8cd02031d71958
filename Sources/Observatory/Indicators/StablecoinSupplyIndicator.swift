import Quantities
import Statistics

/// How fast the dollars that circulate as stablecoins grow, and whose they are.
///
///     headline = 100 ln(S_t / S_{t − 30 days})    percent, S the supply of all dollar stablecoins in USD
///     share_i  = S_i,t / S_t                      of the five coins that the file tells apart
///
/// A fall means that holders redeem and issuers sell what they hold, mostly bills. Both ends must have
/// a value of their own day: across a hole in the file there is no growth. Calendar: UTC days. Interval:
/// exact, from a supply rounded to a dollar. Source: DefiLlama; the coins one by one since June 2026.
struct StablecoinSupplyIndicator: Indicator {
  let id = "L03"
  let name = "Growth of the dollar stablecoins over 30 days"
  let unit = "percent"
  let systems = ["M1.8"]
  let summary =
    "The change of the supply of all dollar stablecoins over 30 days; level and shares of the "
    + "largest stand beside it."
  let facts = ["S1.F21", "S1.F48"]
  let threshold: IndicatorThreshold? = IndicatorThreshold(
    value: 0,
    meaning: "below: holders redeem, and issuers sell reserves",
    source: "by definition"
  )

  /// The coins that the file tells apart.
  private static let coins = ["usdt", "usdc", "usde", "usds", "dai"]

  func reading(_ view: MarketView) throws(StoreError) -> IndicatorReading {
    var draft = ReadingDraft(view)
    let supply = try draft.values(
      "stablecoin_supply_1d/total_usd",
      remedy: "clino data import of stablecoin_supply_1d, or clino data pull defillama"
    )
    let growth = Self.growth(supply)
    if let last = growth.last, let level = supply.value(on: last.day), level > 0 {
      let half = 100 * 0.5 * 2 / level
      draft.headline(
        everyDay: growth,
        interval: .rounding(last.value - half, last.value + half, of: "the supply to a dollar")
      )
    }
    draft.component("supply_usd_billion", supply.last.map { $0.value / 1e9 }, "USD billion")
    draft.component("growth_90d_percent", newestOf: Self.growth(supply, days: 90), "percent")
    for coin in Self.coins {
      let own = try draft.values("stablecoin_supply_1d/\(coin)_usd")
      let shares = own.combined(with: supply, within: 0) { $1 > 0 ? $0 / $1 : nil }
      draft.component("share_\(coin)", shares.last?.value, "share")
    }
    draft.reading.threshold = threshold
    draft.remarkOnHoles(supply, of: "stablecoin_supply_1d/total_usd")
    draft.remark(
      "what issuers hold is reported by each on its own days and is not in the data; neither are "
        + "tokenised Treasuries"
    )
    return draft.finished()
  }

  /// 100 times the log growth over a number of days, for every day with both ends.
  static func growth(_ supply: DailyValues, days: Int = 30) -> DailyValues {
    supply.compactMap { day, value in
      guard value > 0, let before = supply.value(on: day - days), before > 0 else { return nil }
      return 100 * Libm.log(value / before)
    }
  }
}
