import Quantities
import Statistics

/// Who bears the losses of a fall.
///
///     share of a class = realised losses of the class/all realised losses
///
/// Classes are retail, institutions, market makers, exchanges, insurance funds, holders of treasury
/// companies and the public. Positions by class are published by nobody, so there is no headline; a
/// replay or a stress of this program allocates every loss of its own world. Components give one class
/// whose result can be computed: buyers of the spot funds, at the flow-weighted cost of all inflows since
/// launch (average-cost accounting: outflows leave at the average). Calendar: New York trading days;
/// price: the day's close at 16:00 New York. Sources: flows by issuer, Binance hourly bars; model
/// specification I29.
struct LossAllocationIndicator: Indicator {
  let id = "I29"
  let name = "Allocation of realised losses by class"
  let unit = "fraction"
  let systems = ["M0.10", "M1.2", "M1.3"]
  let summary =
    "Realised losses of each class of participants over all realised "
    + "losses."
  let facts = ["S0.F53", "S0.F54", "S1.F35", "S1.F37", "S1.F38", "S1.F51"]
  let threshold: IndicatorThreshold? = IndicatorThreshold(
    value: 0,
    meaning: "fund_buyers_return below: the average buyer of the funds is in loss",
    source: "S0.F53"
  )

  func reading(_ view: MarketView) throws(StoreError) -> IndicatorReading {
    var draft = ReadingDraft(view)
    draft.missing(
      "realised profit and loss by holder class",
      remedy:
        "venues publish neither; clino replay and clino stress report loss_allocation of their "
        + "own runs"
    )
    let flows = try draft.catalogued("btc_etf_flows_by_issuer_1d/total")
    guard
      let hourly = try draft.series(
        CryptoSeries.bitcoinHourly,
        remedy: CryptoSeries.remedy("binance_spot_btcusdt_1h")
      )
    else { return draft.reading }
    let price = NewYorkCloses.of(hourly)
    if let cost = Self.averageCost(flows, price), let last = price.last {
      draft.reading.observedAt = TradingCalendar.newYork.close(of: Day(daysSince1970: last.day))
      draft.component("fund_buyers_average_cost_usd", cost.price, "USD per BTC")
      draft.component("fund_buyers_return", last.value / cost.price - 1, "fraction")
      draft.component("fund_buyers_result_usd", cost.coins * (last.value - cost.price), "USD")
      draft.component("fund_net_inflow_btc", cost.coins, "BTC")
      draft.component(
        "fund_buyers_average_cost_of_gross_inflows_usd",
        cost.grossPrice,
        "USD per BTC"
      )
      draft.component("flow_days_without_price_count", Double(cost.skipped), "days")
      draft.remark("coins that the funds brought along at launch (GBTC) are not in the cost")
    }
    draft.reading.threshold = threshold
    draft.remarkOnHoles(flows, of: "btc_etf_flows_by_issuer_1d/total")
    return draft.reading
  }

  /// The cost of the coins that the flows of the funds bought and kept.
  static func averageCost(
    _ flows: DailyValues,
    _ price: DailyValues
  ) -> (price: Double, grossPrice: Double, coins: Double, skipped: Int)? {
    var (coins, cost, grossCoins, grossCost, skipped) = (0.0, 0.0, 0.0, 0.0, 0)
    for (day, flow) in zip(flows.days, flows.values) where flow != 0 {
      guard let close = price.value(on: day), close > 0 else {
        skipped += 1
        continue
      }
      let bought = flow * 1e6 / close
      if bought > 0 {
        coins += bought
        cost += flow * 1e6
        grossCoins += bought
        grossCost += flow * 1e6
      } else if coins > 0 {
        let left = max(0, coins + bought)
        cost *= left / coins
        coins = left
      }
    }
    guard coins > 0, grossCoins > 0 else { return nil }
    return (cost / coins, grossCost / grossCoins, coins, skipped)
  }
}
