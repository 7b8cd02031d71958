import Quantities
import Statistics
import Testing

@testable import Observatory

@Suite("Indicators of funds, treasuries and futures")
struct CryptoFlowIndicatorTests {
  /// Flows in million USD a trading day by issuer, over enough trading days.
  private func flows(_ columns: [String: [Double]]) -> [SeriesBatch] {
    let count = columns.values.map(\.count).max() ?? 0
    let days = MacroSeries.tradingDays(from: CryptoBatches.start, count: count)
    var total = [Double](repeating: 0, count: count)
    var batches: [SeriesBatch] = []
    for (issuer, values) in columns {
      for index in values.indices { total[index] += values[index] }
      batches.append(
        CryptoBatches.batch(
          "btc_etf_flows_by_issuer_1d/\(issuer)",
          Array(days.prefix(values.count)),
          values
        )
      )
    }
    batches.append(CryptoBatches.batch("btc_etf_flows_by_issuer_1d/total", days, total))
    return batches
  }

  private func constant(_ value: Double) -> [Double] { [Double](repeating: value, count: 60) }

  @Test("Shares, index and breadth of known flows")
  func concentration() throws {
    let reading = try FlowConcentrationIndicator().reading(
      of: flows([
        "GBTC": constant(-50), "ARKB": constant(-30), "FBTC": constant(-10), "BITB": constant(-10),
        "IBIT": constant(20),
      ])
    )
    #expect(abs(try #require(reading.value) - 0.9) < 1e-12)
    let interval = try #require(reading.interval)
    #expect(abs(interval.low - 0.9) < 1e-9 && abs(interval.high - 0.9) < 1e-9)
    #expect(abs(try #require(reading.number("herfindahl_57d")) - 0.36) < 1e-12)
    #expect(abs(try #require(reading.number("breadth_57d")) - 0.8) < 1e-12)
    #expect(abs(try #require(reading.number("gbtc_share_57d")) - 0.5) < 1e-12)
    #expect(abs(try #require(reading.number("top_3_share_of_net_outflow_57d")) - 90 / 80.0) < 1e-12)
  }

  @Test("Equal outflows of ten issuers are not concentrated")
  func concentrationControl() throws {
    let issuers = ReadingDraft.fundIssuers.prefix(10)
    let reading = try FlowConcentrationIndicator().reading(
      of: flows(Dictionary(uniqueKeysWithValues: issuers.map { ($0, constant(-7)) }))
    )
    #expect(abs(try #require(reading.value) - 0.3) < 1e-12)
  }

  @Test("Only inflows leave nothing to divide")
  func noOutflow() throws {
    let reading = try FlowConcentrationIndicator().reading(of: flows(["IBIT": constant(5)]))
    #expect(reading.value == nil)
    #expect(reading.remarks.contains { $0.contains("no issuer lost") })
  }

  @Test("The score is the logistic function of the weighted features")
  func score() {
    let neutral = CapitulationIndicator.score(
      breadth: 0.5,
      top: 0.5,
      correlation: 0,
      shareBelow: 0.5,
      neutral: 0,
      volume: 0
    )
    #expect(abs(neutral - 1 / (1 + Libm.exp(1))) < 1e-15)
    let unwind = CapitulationIndicator.score(
      breadth: 0.3,
      top: 0.9,
      correlation: 0.878,
      shareBelow: 0.93,
      neutral: 0.5,
      volume: 0
    )
    #expect(abs(unwind - 1 / (1 + Libm.exp(-(-1 + 0.6 + 1.2 + 1.756 + 0.86 + 1.5)))) < 1e-12)
    #expect(unwind > 0.7)
    let panic = CapitulationIndicator.score(
      breadth: 1,
      top: 0.4,
      correlation: 0,
      shareBelow: 0.5,
      neutral: 0,
      volume: 3
    )
    #expect(panic < 0.3)
  }

  @Test("Random flows with nothing else give a score in the middle, and no headline")
  func scoreControl() throws {
    var values: [Double] = []
    for seed in 0..<12 {
      var columns: [String: [Double]] = [:]
      for (index, issuer) in ReadingDraft.fundIssuers.enumerated() {
        columns[issuer] = CryptoBatches.normals(60, deviation: 20, seed: seed, UInt32(20 + index))
      }
      var batches = flows(columns)
      let funding = CryptoBatches.normals(200, deviation: 1e-5, seed: seed, 40)
      batches.append(
        CryptoBatches.daily("binance_um_btcusdt_funding_8h/funding_rate", funding.map { $0 + 5e-5 })
      )
      let interest = CryptoBatches.normals(200, deviation: 0.02, seed: seed, 41)
      batches.append(
        CryptoBatches.daily(CryptoSeries.openInterest, CryptoBatches.prices(interest, from: 3e5))
      )
      let store = MemoryStore(batches)
      let end = Instant(startOf: Day(daysSince1970: CryptoBatches.start + 86))
      let reading = try CapitulationIndicator().reading(MarketView(store, asOf: end))
      #expect(reading.value == nil)
      #expect(reading.number("score_lowest") ?? 1 < reading.number("score_highest") ?? 0)
      values.append(try #require(reading.number("score_with_funding_in_place_of_basis")))
    }
    let mean = values.reduce(0, +) / Double(values.count)
    #expect(mean > 0.3 && mean < 0.7, "\(values)")
  }

  /// A chain whose forwards grow at a simple rate per year.
  private func chain(rate: Double) throws -> [SeriesBatch] {
    let day = try Instant(parsing: "2026-08-08")
    let expiries = [("8AUG26", 0), ("28AUG26", 20), ("25SEP26", 48), ("25DEC26", 139)]
    return expiries.map { text, days in
      MacroSeries.batch(
        "deribit_options_chain_2026-08-08/BTC-\(text)-60000-C/underlying_usd",
        [
          Observation(
            refersTo: day,
            knowableAt: day,
            value: CryptoBatches.decimal(65_000 * (1 + rate * Double(days) / 365), 6)
          )
        ],
        period: .instant
      )
    }
  }

  @Test(
    "Forwards that grow at five percent a year have that basis at 30 days",
    arguments: [0.05, 0]
  )
  func basis(rate: Double) throws {
    let reading = try BasisIndicator().reading(of: try chain(rate: rate))
    #expect(abs(try #require(reading.value) - rate) < 1e-9)
    #expect(reading.missing.contains { $0.what.contains("CME") })
  }

  @Test("Without a futures curve there is no headline; funding has its own name")
  func basisMissing() throws {
    let rates = [Double](repeating: 1e-4, count: 120)
    let start = Instant(startOf: Day(daysSince1970: CryptoBatches.start))
    let reading = try BasisIndicator().reading(of: [
      CryptoBatches.bars(
        "binance_um_btcusdt_funding_8h/funding_rate",
        from: start,
        length: .hours(8),
        rates
      )
    ])
    #expect(reading.value == nil)
    #expect(abs(try #require(reading.number("proxy_funding_30d_mean")) - 0.1095) < 1e-12)
  }

  @Test("The multiples of October 2025: 1.2628, 1.3657, 1.4076", arguments: [1.0, 0])
  func multiples(debt: Double) throws {
    func one(_ column: String, _ value: Double) -> SeriesBatch {
      CryptoBatches.daily("mstr_mnav_1d/\(column)", [value])
    }
    let reading = try TreasuryCompanyMultipleIndicator().reading(of: [
      one("btc_price_usd", 125_090), one("stock_price_usd", 101.1), one("btc_holdings", 640_031),
      one("basic_shares", 0.8e9), one("diluted_shares", 1e9),
      one("total_debt_usd", debt * 8.238e9), one("preferred_equity_usd", 0), one("cash_usd", 0),
      one("mnav", 1.3657),
    ])
    let basic = 101.1e9 / (640_031 * 125_090)
    #expect(abs(try #require(reading.number("strategy_basic_diluted_shares")) - basic) < 1e-9)
    // Without debt the three definitions are one.
    #expect(abs(try #require(reading.value) - (debt == 0 ? basic : 1.365676)) < 1e-6)
    #expect(
      abs(
        try #require(reading.number("strategy_net_diluted_shares")) - (debt == 0 ? basic : 1.407618)
      )
        < 1e-6
    )
  }

  @Test(
    "429 m of ether against 963 m of bitcoin at a ratio of five is 2.23",
    arguments: [5.0, 429 / 963.0]
  )
  func scaledImpact(ratio: Double) throws {
    let day = CryptoBatches.start + 20
    let ether = [Double](repeating: 100, count: 30)
    let reading = try ScaledImpactIndicator().reading(of: [
      CryptoBatches.batch("bmnr_eth_holdings/eth_holdings", [day - 7, day], [1e6, 1e6 + 4.29e6]),
      CryptoBatches.batch("mstr_btc_purchases_sec/total_cost_usd", [day], [963e6]),
      CryptoBatches.daily(CryptoSeries.etherClose, ether),
      CryptoBatches.daily(CryptoSeries.bitcoinClose, ether),
      CryptoBatches.daily("btc_eth_mvrv_1d/eth/market_cap_usd", ether),
      CryptoBatches.daily(
        "btc_eth_mvrv_1d/btc/market_cap_usd",
        ether.map { $0 * 963 / 429 / 963 * 429 * ratio }
      ),
    ])
    let expected = 429 / 963.0 * ratio
    #expect(abs(try #require(reading.value) - expected) < 1e-6)
  }

  @Test("Institutions' purchases are counted from the peak on, and only in a drawdown")
  func tiers() throws {
    let days = MacroSeries.tradingDays(from: CryptoBatches.start, count: 20)
    let flow = CryptoBatches.batch("btc_etf_flows_by_issuer_1d/total", days, days.map { _ in 10 })
    let span = days[19] - CryptoBatches.start + 1
    let fall = (0..<span).map { $0 == 3 ? 100_000 : 80_000.0 }
    let reading = try TierTransferIndicator().reading(of: [
      flow, CryptoBatches.daily(CryptoSeries.bitcoinClose, fall),
    ])
    #expect(reading.value == nil)
    #expect(abs(try #require(reading.number("btc_drawdown")) + 0.2) < 1e-12)
    let after = Double(days.count { $0 > CryptoBatches.start + 3 })
    #expect(
      abs(try #require(reading.number("proxy_funds_net_purchase_in_drawdown_btc")) - after * 125)
        < 1e-6
    )
    let calm = try TierTransferIndicator().reading(of: [
      flow, CryptoBatches.daily(CryptoSeries.bitcoinClose, (0..<span).map { 1e5 + Double($0) }),
    ])
    #expect(calm.number("proxy_funds_net_purchase_in_drawdown_btc") == nil)
    #expect(calm.remarks.contains { $0.contains("nothing to measure") })
  }

  @Test("The hole and the months to heal of the sources' venue appear from the article's day on")
  func runway() throws {
    let store = MemoryStore()
    let later = try ExchangeRunwayIndicator().reading(
      MarketView(store, asOf: Instant(parsing: "2025-03-01"))
    )
    #expect(later.value == nil)
    #expect(abs(try #require(later.number("bybit_2025_hole_reserve_low")) - 0.8) < 1e-12)
    #expect(abs(try #require(later.number("bybit_2025_hole_reserve_high")) - 0.5) < 1e-12)
    #expect(abs(try #require(later.number("bybit_2025_months_to_heal_reserve_low")) - 6.4) < 1e-9)
    #expect(abs(try #require(later.number("bybit_2025_months_to_heal_reserve_high")) - 4) < 1e-9)
    let before = try ExchangeRunwayIndicator().reading(
      MarketView(store, asOf: Instant(parsing: "2025-02-01"))
    )
    #expect(before.component("bybit_2025_hole_reserve_low") == nil)
  }

  @Test(
    "The floor names the missing schedules and what they would have to absorb",
    arguments: [4e8, 0]
  )
  func floor(largest: Double) throws {
    let reading = try SovereignFloorIndicator().reading(of: [
      CryptoBatches.daily("coinglass_liquidations_1d/BTC/liq_long_usd", [largest / 2, largest, 0])
    ])
    #expect(reading.value == nil && reading.isLowerBound)
    #expect(reading.number("to_absorb_largest_day_365d_usd_at_least") == largest)
    #expect(!reading.missing.isEmpty)
  }

  @Test("The average cost of flows follows average-cost accounting")
  func averageCost() throws {
    let days = MacroSeries.tradingDays(from: CryptoBatches.start, count: 3)
    let flows = MemoryStore([
      CryptoBatches.batch("btc_etf_flows_by_issuer_1d/total", days, [100, 100, -75]),
      CryptoBatches.hourly(
        CryptoSeries.bitcoinHourly,
        closes: [(days[0], 50_000), (days[1], 100_000), (days[2], 75_000)]
      ),
    ])
    let newest = try #require(try flows.newestKnowable())
    let reading = try LossAllocationIndicator().reading(MarketView(flows, asOf: newest))
    // 2 000 and 1 000 coins for 200 m, 1 000 coins leave at the average of 66 667.
    #expect(
      abs(try #require(reading.number("fund_buyers_average_cost_usd")) - 200e6 / 3_000) < 1e-6
    )
    #expect(abs(try #require(reading.number("fund_net_inflow_btc")) - 2_000) < 1e-6)
    #expect(abs(try #require(reading.number("fund_buyers_return")) - 0.125) < 1e-9)
    #expect(reading.value == nil)
  }

  @Test("At a constant price nobody loses")
  func averageCostControl() throws {
    let days = MacroSeries.tradingDays(from: CryptoBatches.start, count: 3)
    let reading = try LossAllocationIndicator().reading(of: [
      CryptoBatches.batch("btc_etf_flows_by_issuer_1d/total", days, [100, -30, 10]),
      CryptoBatches.hourly(CryptoSeries.bitcoinHourly, closes: days.map { ($0, 60_000) }),
    ])
    #expect(abs(try #require(reading.number("fund_buyers_result_usd"))) < 1e-6)
  }
}
