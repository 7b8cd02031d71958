import Quantities
import Statistics

/// The market value of coin-treasury companies over the value of their coins (mNAV).
///
///     basic = market capitalisation/(coins · price)
///     EV    = (market capitalisation + debt + preferred − cash)/(coins · price)       headline, Strategy
///     net   = market capitalisation/(coins · price + cash − debt − preferred)
///
/// Market capitalisation is of diluted shares, as the daily file has it. The interval runs from basic
/// to diluted shares with the capital structure of the last filing. Other companies: basic, from the
/// newest filing of at most 200 days before, the share's close and the coin's close; share counts between
/// filings are partly interpolated by their source. Calendar: New York trading days. Sources: SEC filings
/// and prices as compiled in the catalogue; model specification §3.7, I12, row S39.
struct TreasuryCompanyMultipleIndicator: Indicator {
  let id = "I12"
  let name = "mNAV of Strategy (enterprise value over coins)"
  let unit = "ratio"
  let systems = ["M1.5", "M1.6", "M1.9"]
  let summary =
    "Market value plus debt and preferred shares less cash, over the value of "
    + "the coins."
  let facts = ["S1.F14", "S1.F17", "S1.F18", "S1.F44", "S3.F08", "S3.F09", "S3.F11", "S3.F12"]
  let threshold: IndicatorThreshold? = IndicatorThreshold(
    value: 1,
    meaning: "below: the market values the company under its coins and issuing shares dilutes",
    source: "S1.F14, S3.F08"
  )

  func reading(_ view: MarketView) throws(StoreError) -> IndicatorReading {
    var draft = ReadingDraft(view)
    let table = try CompanyTable(&draft)
    draft.reading.threshold = threshold
    if let last = table.days.last, let diluted = table.multiple(on: last, isDiluted: true) {
      let basic = table.multiple(on: last, isDiluted: false)
      var history = DailyValues()
      for day in table.days {
        if let value = table.multiple(on: day, isDiluted: true)?.enterprise {
          history.append(value, on: day)
        }
      }
      draft.headline(
        history,
        interval: IndicatorInterval(
          low: min(basic?.enterprise ?? diluted.enterprise, diluted.enterprise),
          high: diluted.enterprise,
          level: 1,
          method: "from basic to diluted shares, capital structure of the last filing"
        )
      )
      components(table, last, diluted, basic, &draft)
    }
    try portfolio(&draft)
    draft.remark("the file's own multiple is the enterprise one, on diluted shares")
    return draft.reading
  }

  private func components(
    _ table: CompanyTable,
    _ last: Int,
    _ diluted: TreasuryCompanyMultiple,
    _ basic: TreasuryCompanyMultiple?,
    _ draft: inout ReadingDraft
  ) {
    draft.component("strategy_basic_diluted_shares", diluted.basic, "ratio")
    draft.component("strategy_basic_basic_shares", basic?.basic, "ratio")
    draft.component("strategy_ev_basic_shares", basic?.enterprise, "ratio")
    draft.component("strategy_net_diluted_shares", diluted.net, "ratio")
    draft.component("strategy_net_basic_shares", basic?.net, "ratio")
    draft.component("strategy_file_value", table.published.value(on: last), "ratio")
    let shares = table.basicShares
    if let now = shares.value(on: last),
      let before = shares.value(atOrBefore: last - 30, within: 10)
    {
      draft.component("strategy_share_growth_30d", now / before - 1, "fraction")
    }
    // New shares on days whose multiple was below one, over 90 days.
    var (issued, base) = (0.0, 0.0)
    for index in shares.days.indices.dropFirst() where shares.days[index] > last - 90 {
      let growth = shares.values[index] - shares.values[index - 1]
      base = base == 0 ? shares.values[index - 1] : base
      let multiple =
        table.multiple(on: shares.days[index], isDiluted: true)?.enterprise ?? .infinity
      if growth > 0, multiple < 1 { issued += growth }
    }
    draft.component("strategy_issued_below_one_90d", base > 0 ? issued / base : nil, "fraction")
  }

  private func portfolio(_ draft: inout ReadingDraft) throws(StoreError) {
    let multiples = try CompanyPortfolio.basicMultiples(&draft)
    guard !multiples.isEmpty else {
      draft.missing(
        "holdings, shares and share prices of other treasury companies near the date",
        remedy: CryptoSeries.remedy("dat_holdings_history_by_company, dat_stock_prices_1d")
      )
      return
    }
    let sorted = multiples.map(\.value).sorted()
    draft.component(
      "portfolio_median_basic",
      SampleQuantile.type7(ofSorted: sorted, at: 0.5),
      "ratio"
    )
    let below = sorted.count { $0 < 1 }
    draft.component(
      "portfolio_below_one_share",
      Double(below) / Double(sorted.count),
      "share",
      interval: (try? ConfidenceInterval.wilson(successes: below, trials: sorted.count)).map {
        IndicatorInterval($0, method: "Wilson")
      }
    )
    draft.component("portfolio_companies_count", Double(sorted.count), "companies")
    for (company, value) in multiples {
      draft.component("\(company.lowercased())_basic", value, "ratio")
    }
  }
}
