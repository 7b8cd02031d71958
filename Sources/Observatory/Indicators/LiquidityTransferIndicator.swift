import Quantities

/// How much of the closing valuation gap between the United States and China or Hong Kong flows explain.
///
///     gap = ln(PE_US / PE_HK);  share explained by flows F_s, by Shapley split with earnings and rates
///
/// Neither Hong Kong or Chinese price-earnings ratios nor southbound flows are in the data: the headline
/// is missing. The American side stands beside it: the cyclically adjusted ratio of Shiller. Months that
/// the source fills with zero are not values and are left out. Calendar: months. Source: Shiller.
struct LiquidityTransferIndicator: Indicator {
  let id = "I32"
  let name = "Transfer of liquidity from the United States to China and Hong Kong"
  let unit = "share of the change of the valuation gap"
  let systems = ["M4.4"]
  let summary =
    "The part of the change of the valuation gap between the two markets that "
    + "flows explain, beside earnings and rates."
  let facts = ["S4.F32", "S4.F36", "S4.F51", "S4.F57"]

  func reading(_ view: MarketView) throws(StoreError) -> IndicatorReading {
    var draft = ReadingDraft(view)
    draft.reading.missing += [
      MissingSeries(
        what: "price-earnings ratios of Hong Kong and Chinese shares",
        remedy: "Hang Seng Indexes and CSI publish them monthly; no source here has them yet"
      ),
      MissingSeries(
        what: "southbound and foreign flows into Hong Kong shares",
        remedy: "HKEX Stock Connect statistics; no source here has them yet"
      ),
    ]
    let ratio = try draft.values(
      "shiller_sp500_monthly/pe10",
      remedy: "clino data import of shiller_sp500_monthly"
    ).compactMap { $1 > 0 ? $1 : nil }
    draft.component("us_cyclically_adjusted_pe_ratio", newestOf: ratio, "ratio")
    if let last = ratio.last {
      draft.remark(
        "the American ratio is of \(Day(daysSince1970: last.day))"
      )
    }
    return draft.finished()
  }
}
