import Quantities
import Statistics

/// How concentrated the outflow of the spot bitcoin funds is.
///
///     out = (−Σ flow of the issuer over the window)⁺;  headline = the three largest / Σ out, 57 days
///
/// Calendar: New York trading days within 57 calendar days, the length of the source's window; 5 and 20
/// trading days, the Herfindahl index, the share of the net outflow and the sum of daily outflows
/// (gross in the strict sense) are components, since the conclusion depends on window and definition.
/// Interval: block bootstrap of the days in blocks of 5. Source: flows by issuer (Farside table), USD;
/// model specification I10 and row S41.
struct FlowConcentrationIndicator: Indicator {
  let id = "I10"
  let name = "Share of the three largest issuers in the fund outflow, 57 days"
  let unit = "fraction"
  let systems = ["M3.3", "M0.10"]
  let summary =
    "The outflow of the three funds that lost most, over the outflow of all "
    + "funds that lost, 57 days."
  let facts = [
    "S0.F03", "S0.F50", "S0.F51", "S0.F52", "S3.F28", "S3.F29", "S3.F30", "S3.F31", "S3.F32",
    "S3.F33",
  ]
  let threshold: IndicatorThreshold? = IndicatorThreshold(
    value: 0.9,
    meaning: "the concentration that the source reads as a local unwind, over 57 days of 2025",
    source: "S3.F31"
  )

  /// The calendar days of the source's window, 1 October to 26 November.
  static let window = 57

  func reading(_ view: MarketView) throws(StoreError) -> IndicatorReading {
    var draft = ReadingDraft(view)
    let table = FundFlowTable(try draft.fundFlows())
    guard let last = table.days.last else { return draft.reading }
    var history = DailyValues()
    for day in table.days {
      if let share = table.concentration(through: day, days: Self.window)?.topShare(3) {
        history.append(share, on: day)
      }
    }
    if history.last?.day == last {
      let rows = table.rows(through: last, days: Self.window)
      let interval = IndicatorInterval.blockBootstrap(
        count: rows.count,
        blockLength: 5,
        of: "trading days",
        key: 10
      ) { table.concentration(of: $0.map { rows.lowerBound + $0 }).topShare(3) }
      draft.headline(history, interval: interval)
    } else {
      draft.remark(
        "no issuer lost money over the \(Self.window) days to \(Day(daysSince1970: last))"
      )
    }
    draft.reading.threshold = threshold
    components(table, last, &draft)
    draft.remarkOnHoles(table.totals, of: "btc_etf_flows_by_issuer_1d/total")
    draft.remark("a zero in the source means no flow or a fund not yet listed")
    return draft.reading
  }

  private func components(_ table: FundFlowTable, _ last: Int, _ draft: inout ReadingDraft) {
    if let whole = table.concentration(through: last, days: Self.window) {
      draft.component("gross_outflow_57d_usd", whole.grossOutflow, "USD")
      draft.component("net_flow_57d_usd", whole.netFlow, "USD")
      draft.component("top_3_share_of_net_outflow_57d", whole.topShareOfNet(3), "fraction")
      draft.component("herfindahl_57d", whole.herfindahlIndex, "index, 0 to 1")
      draft.component("breadth_57d", whole.breadth, "fraction of issuers")
    }
    let daily = table.dailyOutflows(through: last, days: Self.window)
    draft.component("top_3_share_of_daily_outflows_57d", daily.topShare(3), "fraction")
    for (name, days) in [("week", 7), ("four_weeks", 28)] {
      draft.component(
        "top_3_share_\(name)",
        table.concentration(through: last, days: days)?.topShare(3),
        "fraction"
      )
    }
    for (name, issuers) in [
      ("grayscale", ["GBTC", "BTC"]), ("gbtc", ["GBTC"]), ("ibit", ["IBIT"]),
    ] {
      for days in [7, Self.window] {
        draft.component(
          "\(name)_share_\(days)d",
          table.share(of: issuers, through: last, days: days),
          "fraction of the outflow"
        )
      }
    }
    draft.component(
      "ibit_largest_outflow_usd",
      table.flows(of: "IBIT").min().map { max(0, -$0) },
      "USD"
    )
  }
}
