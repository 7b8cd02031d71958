import Quantities
import Statistics

/// The share of longs in the liquidations of a day.
///
///     share = long / (long + short), reported notionals in USD, 24 hours of a UTC day
///
/// Null: 0.5, since every contract open has a long and a short side. Calendar: UTC days. The interval is
/// the delete-one jackknife of the ratio over coins (or contracts and venues). Both sides are lower
/// bounds; the share is not, unless venues throttle one side more than the other. Sources: CoinGlass
/// aggregate of three venues, or the public streams as recorded in 2026; model specification I05.
struct LongLiquidationShareIndicator: Indicator {
  let id = "I05"
  let name = "Long share of liquidations, 24 hours"
  let unit = "fraction"
  let systems = ["M0.1"]
  let summary = "Liquidated longs over all liquidations of a day."
  let facts = ["S0.F02", "S0.F07", "S0.F08"]
  let threshold: IndicatorThreshold? = IndicatorThreshold(
    value: 0.89,
    meaning: "the source calls this one-sided leverage; the null is 0.5",
    source: "S0.F08"
  )

  func reading(_ view: MarketView) throws(StoreError) -> IndicatorReading {
    var draft = ReadingDraft(view)
    guard let totals = try LiquidationTotals(&draft) else { return draft.reading }
    let share = Self.share(long: totals.long, short: totals.short)
    guard let last = share.last else { return draft.reading }
    draft.headline(everyDay: share, interval: Self.jackknife(totals.parts, on: last.day))
    draft.reading.threshold = threshold
    let sum = (totals.long.value(on: last.day) ?? 0) + (totals.short.value(on: last.day) ?? 0)
    draft.component("liquidations_24h_usd_at_least", sum, "USD")
    for part in totals.parts where part.name == "BTC" || part.name.hasPrefix("BTCUSDT/") {
      let name = part.name.lowercased().replacing("/", with: "_")
      draft.component(
        "\(name)_long_share",
        Self.share(long: part.long, short: part.short).value(on: last.day),
        "fraction"
      )
    }
    let week = Self.share(
      long: totals.long.rollingMean(window: 7, countMin: 5),
      short: totals.short.rollingMean(window: 7, countMin: 5)
    )
    draft.component("long_share_7d", week.value(on: last.day), "fraction")
    draft.component(
      "days_at_or_above_0_89_share",
      Double(share.values.count { $0 >= 0.89 }) / Double(share.count),
      "share"
    )
    try draft.censoringComponent()
    draft.remark("scope: \(totals.scope); the percentile is among its \(share.count) days")
    draft.remarkOnHoles(totals.long, of: "coinglass_liquidations_1d/BTC/liq_long_usd")
    return draft.reading
  }

  static func share(long: DailyValues, short: DailyValues) -> DailyValues {
    let pairs = long.aligned(with: short)
    var result = DailyValues()
    for index in pairs.days.indices {
      let sum = pairs.first[index] + pairs.second[index]
      if sum > 0 { result.append(pairs.first[index] / sum, on: pairs.days[index]) }
    }
    return result
  }

  /// The jackknife of Quenouille and Tukey for the ratio, cut at 0 and 1.
  static func jackknife(_ parts: [LiquidationTotals.Part], on day: Int) -> IndicatorInterval? {
    let pairs = parts.compactMap { part -> (Double, Double)? in
      let long = part.long.value(on: day) ?? 0
      let sum = long + (part.short.value(on: day) ?? 0)
      return sum > 0 ? (long, sum) : nil
    }
    guard pairs.count >= 3 else { return nil }
    let long = pairs.reduce(0) { $0 + $1.0 }
    let sum = pairs.reduce(0) { $0 + $1.1 }
    let estimate = long / sum
    let left = pairs.map { (long - $0.0) / (sum - $0.1) }
    let mean = left.reduce(0, +) / Double(left.count)
    let squares = left.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let m = Double(left.count)
    let width = 1.959_963_984_540_054 * ((m - 1) / m * squares).squareRoot()
    return IndicatorInterval(
      low: max(0, estimate - width),
      high: min(1, estimate + width),
      level: 0.95,
      method: "delete-one jackknife over \(left.count) coins or contracts"
    )
  }
}
