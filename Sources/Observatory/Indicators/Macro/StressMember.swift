import Quantities
import Statistics

/// One series of a stress panel, turned so that higher means more stress.
struct StressMember: Sendable {
  /// The market that it belongs to.
  let block: StressBlock
  /// Its key in results.
  let name: String
  /// Its values by day.
  let history: DailyValues
}

/// Reads the members of the stress panels; a member whose series is absent is left out and named.
struct StressMembers {
  /// The members that have values, in order.
  private(set) var members: [StressMember] = []

  /// The members of the composite index, three or four a block.
  static func composite(_ draft: inout ReadingDraft) throws(StoreError) -> [StressMember] {
    var list = StressMembers()
    try list.addFunding(&draft)
    try list.addCredit(&draft)
    try list.addEquity(&draft)
    try list.addCrypto(&draft)
    try list.addExchange(&draft)
    return list.members
  }

  /// The members of the composite index and those of the broader panel.
  static func broad(_ draft: inout ReadingDraft) throws(StoreError) -> [StressMember] {
    var list = StressMembers()
    list.members = try composite(&draft)
    try list.addBroadEquity(&draft)
    try list.addBroadCredit(&draft)
    try list.addRates(&draft)
    try list.addBroadExchange(&draft)
    return list.members
  }

  private mutating func add(_ block: StressBlock, _ name: String, _ history: DailyValues) {
    if !history.isEmpty {
      members.append(StressMember(block: block, name: name, history: history))
    }
  }

  private static func read(
    _ name: String,
    _ draft: inout ReadingDraft
  ) throws(StoreError) -> DailyValues {
    let dataset = name.prefix { $0 != "/" }
    return try draft.values(name, remedy: "clino data import of \(dataset)")
  }

  private static func volatility(
    _ name: String,
    sessions: Int = 21,
    perYear: Double = 252,
    _ draft: inout ReadingDraft
  ) throws(StoreError) -> DailyValues {
    try read(name, &draft).realisedVolatility(window: sessions, periodsPerYear: perYear)
  }

  /// Dear money: above the target range, dear at the tail, dear against bills.
  private mutating func addFunding(_ draft: inout ReadingDraft) throws(StoreError) {
    let sofr = try Self.read("sofr_percentiles_1d/sofr_bp", &draft)
    let dearest = try Self.read("sofr_percentiles_1d/p99_bp", &draft)
    let upper = try Self.read("fred_daily_long/DFEDTARU/value", &draft)
    let bill = try Self.read("us_treasury_par_curve_1d/m1_bp", &draft)
    add(.funding, "sofr_minus_target_upper_bp", sofr.combined(with: upper) { $0 - 100 * $1 })
    add(.funding, "sofr_p99_minus_p50_bp", dearest.combined(with: sofr, within: 0) { $0 - $1 })
    add(.funding, "sofr_minus_bill_1m_bp", sofr.combined(with: bill) { $0 - $1 })
  }

  private mutating func addCredit(_ draft: inout ReadingDraft) throws(StoreError) {
    add(.credit, "high_yield_oas", try Self.read("fred_daily_long/BAMLH0A0HYM2/value", &draft))
    add(.credit, "baa_minus_10y", try Self.read("fred_daily_long/BAA10Y/value", &draft))
    add(.credit, "corporate_oas", try Self.read("fred_daily_long/BAMLC0A0CM/value", &draft))
  }

  private mutating func addEquity(_ draft: inout ReadingDraft) throws(StoreError) {
    add(.equity, "vix", try Self.read("vix_1d/close", &draft))
    let shares = try Self.read("us_etfs_1d/SPY/close", &draft)
    add(.equity, "spy_volatility_21d", shares.realisedVolatility(window: 21, periodsPerYear: 252))
    add(.equity, "spy_drawdown_252d", shares.drawdown(window: 252))
  }

  private mutating func addCrypto(_ draft: inout ReadingDraft) throws(StoreError) {
    let bitcoin = try Self.read("yahoo_btcusd_1d/close", &draft)
    let ether = try Self.read("yahoo_ethusd_1d/close", &draft)
    add(.crypto, "btc_volatility_30d", bitcoin.realisedVolatility(window: 30, periodsPerYear: 365))
    add(.crypto, "btc_drawdown_365d", bitcoin.drawdown(window: 365))
    add(.crypto, "eth_volatility_30d", ether.realisedVolatility(window: 30, periodsPerYear: 365))
    add(.crypto, "btc_implied_volatility", try Self.read("deribit_dvol_1d/dvol_btc", &draft))
  }

  private mutating func addExchange(_ draft: inout ReadingDraft) throws(StoreError) {
    let names = [
      ("broad_dollar_volatility_21d", "fred_daily_long/DTWEXBGS/value"),
      ("usdjpy_volatility_21d", "usdjpy_1d/close"),
      ("brent_volatility_21d", "brent_spot_1d/price_usd_bbl"),
      ("gold_volatility_21d", "us_etfs_1d/GLD/close"),
    ]
    for (name, series) in names {
      add(.exchange, name, try Self.volatility(series, &draft))
    }
  }

  private mutating func addBroadEquity(_ draft: inout ReadingDraft) throws(StoreError) {
    add(.equity, "vvix", try Self.read("vvix_1d/close", &draft))
    add(.equity, "qqq_volatility_21d", try Self.volatility("us_etfs_1d/QQQ/close", &draft))
    let nikkei = try Self.read("nikkei225_1d/close", &draft)
    add(
      .equity,
      "nikkei_volatility_21d",
      nikkei.realisedVolatility(window: 21, periodsPerYear: 252)
    )
    add(.equity, "nikkei_drawdown_252d", nikkei.drawdown(window: 252))
    for symbol in ["IWM", "XLF"] {
      let prices = try Self.read("us_etfs_1d/\(symbol)/close", &draft)
      add(.equity, "\(symbol.lowercased())_drawdown_252d", prices.drawdown(window: 252))
    }
    let ether = try Self.read("yahoo_ethusd_1d/close", &draft)
    add(.crypto, "eth_drawdown_365d", ether.drawdown(window: 365))
    add(.crypto, "eth_implied_volatility", try Self.read("deribit_dvol_1d/dvol_eth", &draft))
  }

  /// Corporate bond funds that lose against Treasuries of like length over a quarter.
  private mutating func addBroadCredit(_ draft: inout ReadingDraft) throws(StoreError) {
    let treasuries = try Self.read("us_etfs_1d/IEF/close", &draft)
    for symbol in ["HYG", "LQD"] {
      let prices = try Self.read("us_etfs_1d/\(symbol)/close", &draft)
      let ratio = treasuries.combined(with: prices, within: 0) { $1 > 0 ? $0 / $1 : nil }
      add(.credit, "\(symbol.lowercased())_loss_to_ief_63d", ratio.logChange(places: 63))
    }
  }

  private mutating func addRates(_ draft: inout ReadingDraft) throws(StoreError) {
    add(.rates, "move", try Self.read("move_1d/move", &draft))
    add(.rates, "tlt_volatility_21d", try Self.volatility("us_etfs_1d/TLT/close", &draft))
    add(.rates, "ief_volatility_21d", try Self.volatility("us_etfs_1d/IEF/close", &draft))
    add(.rates, "shy_volatility_21d", try Self.volatility("us_etfs_1d/SHY/close", &draft))
    let breakeven = try Self.read("fred_daily_long/T10YIE/value", &draft)
    add(.rates, "breakeven_fall_63d", breakeven.logChange(places: 63).compactMap { -$1 })
    add(.rates, "tip_volatility_21d", try Self.volatility("us_etfs_1d/TIP/close", &draft))
  }

  private mutating func addBroadExchange(_ draft: inout ReadingDraft) throws(StoreError) {
    let dollar = try Self.read("fred_daily_long/DTWEXBGS/value", &draft)
    add(.exchange, "broad_dollar_rise_63d", dollar.logChange(places: 63))
    let yen = try Self.read("usdjpy_1d/close", &draft)
    add(.exchange, "yen_rise_63d", yen.logChange(places: 63).compactMap { -$1 })
    for symbol in ["SLV", "USO"] {
      add(
        .exchange,
        "\(symbol.lowercased())_volatility_21d",
        try Self.volatility("us_etfs_1d/\(symbol)/close", &draft)
      )
    }
    let commodities = try Self.read("us_etfs_1d/DBC/close", &draft)
    add(.exchange, "dbc_drawdown_252d", commodities.drawdown(window: 252))
    let gas = "henry_hub_spot_1d/price_usd_mmbtu"
    add(.exchange, "natural_gas_volatility_21d", try Self.volatility(gas, &draft))
  }
}
