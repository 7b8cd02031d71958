import Quantities

/// Stress in the market for offshore dollars.
///
/// The indicator is the three-month cross-currency basis of the euro and the yen against the dollar, and
/// the draw on the Federal Reserve's swap lines. No traded basis is in the data, so the headline is
/// missing. A basis cannot be had from interest rates alone: it is the part of the price of an FX swap
/// that rates do not explain. What rates do show is named as a proxy, in basis points:
///
///     dollar safety premium = SOFR − 3-month Treasury bill
///     euro safety premium   = €STR − 3-month euro bill
///     proxy                 = dollar premium − euro premium
///     rate gaps             = SOFR less €STR, SONIA, TONA
///
/// The proxy rises when dollar cash is dear against safe dollar paper more than euro cash is against euro
/// paper; expected policy moves over three months enter it too. A quarter end within five days is
/// flagged. Calendar: business days from June 2021. Sources: overnight and bill rates of the G8 through
/// a third party (trust medium); Du, Tepper and Verdelhan (2018) for quarter ends.
struct CrossCurrencyIndicator: Indicator {
  let id = "I25"
  let name = "Stress of offshore dollars: cross-currency basis and swap lines"
  let unit = "basis points, below zero a dollar premium"
  let systems = ["M2.7"]
  let summary =
    "The three-month price of swapping euro and yen into dollars beyond "
    + "interest rates, and draws on swap lines."
  let facts = ["S2.F23", "S2.F35"]

  func reading(_ view: MarketView) throws(StoreError) -> IndicatorReading {
    var draft = ReadingDraft(view)
    draft.missing(
      "three-month EUR/USD and USD/JPY cross-currency basis",
      remedy:
        "no free source publishes the traded basis; with three-month FX forwards from a vendor "
        + "it follows from covered parity"
    )
    let swaps = try draft.values(
      "nyfed/fx_swaps/amount",
      remedy: "clino data pull (nyfed, swaps): draws on the Federal Reserve's swap lines"
    )
    let week = swaps.days.last.map { swaps.values(in: $0 - 6...$0).reduce(0, +) / 1e9 }
    draft.component("swap_draws_newest_week_usd_billion", week, "USD billion")
    let folder = "g8_overnight_and_bill_rates_1d_long"
    var rates: [String: DailyValues] = [:]
    for name in ["SOFR", "US_BILL_3M", "ESTR", "EUR_BILL_3M", "SONIA", "TONA"] {
      rates[name] = try draft.values(
        "\(folder)/\(name)/value",
        remedy: "clino data import of \(folder)"
      ).compactMap { 100 * $1 }
    }
    func gap(_ first: String, _ second: String) -> DailyValues {
      (rates[first] ?? DailyValues()).combined(with: rates[second] ?? DailyValues(), within: 3) {
        $0 - $1
      }
    }
    let dollar = gap("SOFR", "US_BILL_3M")
    let euro = gap("ESTR", "EUR_BILL_3M")
    let proxy = dollar.combined(with: euro, within: 3) { $0 - $1 }
    draft.component("proxy_safety_premium_gap_bp", newestOf: proxy, "basis points")
    draft.component("proxy_dollar_safety_premium_bp", newestOf: dollar, "basis points")
    draft.component("proxy_euro_safety_premium_bp", newestOf: euro, "basis points")
    for name in ["ESTR", "SONIA", "TONA"] {
      draft.component(
        "sofr_minus_\(name.lowercased())_bp",
        gap("SOFR", name).last?.value,
        "basis points"
      )
    }
    if let last = proxy.last {
      let day = Day(daysSince1970: last.day)
      let isNear = Self.isNearQuarterEnd(day)
      draft.component("quarter_end_flag", isNear ? 1 : 0, "0 or 1")
      draft.remark("the proxy is of \(day); it is no basis and has no agreed threshold")
    }
    draft.remark(
      "'80 % of dollar funding is offshore' (S2.F23) depends on the definition: only flows are measured"
    )
    return draft.finished()
  }

  /// Whether a quarter ends within five days on either side.
  static func isNearQuarterEnd(_ day: Day) -> Bool {
    (-5...5).contains { offset in
      let (candidate, next) = (day + offset, day + offset + 1)
      return candidate.civil.month % 3 == 0 && candidate.civil.month != next.civil.month
    }
  }
}
