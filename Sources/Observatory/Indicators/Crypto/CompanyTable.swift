import Quantities
import Statistics

/// Strategy's balance sheet by trading day.
struct CompanyTable {
  private let columns: [String: DailyValues]

  private static let dataset = "mstr_mnav_1d"

  init(_ draft: inout ReadingDraft) throws(StoreError) {
    var columns: [String: DailyValues] = [:]
    for column in [
      "btc_price_usd", "stock_price_usd", "btc_holdings", "basic_shares", "diluted_shares",
      "total_debt_usd", "preferred_equity_usd", "cash_usd", "mnav",
    ] {
      columns[column] = try draft.catalogued("\(Self.dataset)/\(column)")
    }
    self.columns = columns
  }

  /// The days with a share price.
  var days: [Int] { columns["stock_price_usd"]?.days ?? [] }
  /// The multiple as the source publishes it.
  var published: DailyValues { columns["mnav"] ?? DailyValues() }
  /// The number of basic shares.
  var basicShares: DailyValues { columns["basic_shares"] ?? DailyValues() }

  /// The multiples of a day; nil where a column has no value.
  func multiple(on day: Int, isDiluted: Bool) -> TreasuryCompanyMultiple? {
    func value(_ column: String) -> Double? { columns[column]?.value(on: day) }
    guard let shares = value(isDiluted ? "diluted_shares" : "basic_shares"),
      let price = value("stock_price_usd"), let coins = value("btc_holdings"),
      let coinPrice = value("btc_price_usd"), let debt = value("total_debt_usd"),
      let preferred = value("preferred_equity_usd"), let cash = value("cash_usd"),
      shares > 0, price > 0, coins > 0, coinPrice > 0, min(debt, preferred, cash) >= 0
    else { return nil }
    return TreasuryCompanyMultiple(
      marketCapitalisation: shares * price,
      debt: debt,
      preferred: preferred,
      cash: cash,
      coins: coins,
      coinPrice: coinPrice
    )
  }
}

/// The treasury companies whose multiple can be computed from filings and closes.
enum CompanyPortfolio {
  /// The longest time for which a filing describes a company, in days.
  static let filingAgeMax = 200

  /// The closes of the coins that companies hold.
  static let coinCloses = [
    "BTC": CryptoSeries.bitcoinClose, "ETH": CryptoSeries.etherClose,
    "SOL": "binance_perp_alts_1d/SOLUSDT/close", "BNB": "binance_perp_alts_1d/BNBUSDT/close",
    "DOGE": "binance_perp_alts_1d/DOGEUSDT/close", "XRP": "binance_perp_alts_1d/XRPUSDT/close",
    "LINK": "binance_perp_alts_1d/LINKUSDT/close", "HYPE": "binance_perp_alts_1d/HYPEUSDT/close",
  ]

  /// Market capitalisation over coin value of each company with a dollar price, in order of name.
  static func basicMultiples(
    _ draft: inout ReadingDraft
  ) throws(StoreError) -> [(company: String, value: Double)] {
    var result: [(company: String, value: Double)] = []
    let dataset = "dat_holdings_history_by_company"
    let prices = try closes(draft.view)
    for series in try draft.view.series(dataset: dataset, column: "holdings") {
      let words = series.id.name.split(separator: "/").map(String.init)
      guard words.count >= 4, let coin = coinCloses[words[2]], words[1] != "MSTR" else { continue }
      let stem = words.dropLast().joined(separator: "/")
      guard let shares = try draft.view.series(SeriesID("\(stem)/shares_outstanding")),
        let price = prices[words[1]]?.last,
        let holding = newest(series, through: price.day),
        let count = newest(shares, through: price.day)
      else { continue }
      let coinPrice = try draft.values(coin).value(atOrBefore: price.day, within: 5)
      guard let coinPrice, coinPrice > 0, holding > 0 else { continue }
      _ = try draft.series(series.id.name)
      _ = try draft.series(shares.id.name)
      result.append((words[1], count * price.value / (holding * coinPrice)))
    }
    return result
  }

  /// The newest value of a filing up to a day; nil if it is too old.
  private static func newest(_ series: Series, through day: Int) -> Double? {
    DailyValues(series).value(atOrBefore: day, within: filingAgeMax)
  }

  /// The share closes in dollars by company; shares priced in other currencies have a point in their
  /// ticker and are left out.
  private static func closes(_ view: MarketView) throws(StoreError) -> [String: DailyValues] {
    var result: [String: DailyValues] = [:]
    for series in try view.series(dataset: "dat_stock_prices_1d", column: "close") {
      let words = series.id.name.split(separator: "/").map(String.init)
      if words.count >= 3, !words[1].contains(".") { result[words[1]] = DailyValues(series) }
    }
    return result
  }
}
