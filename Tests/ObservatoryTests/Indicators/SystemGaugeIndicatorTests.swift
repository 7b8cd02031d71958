import Quantities
import Statistics
import Testing

@testable import Observatory

@Suite("Indicators of Japan's yields, stablecoins, the hedge's income, prices and bitcoin's size")
struct SystemGaugeIndicatorTests {
  private func reading(
    _ indicator: some Indicator,
    _ batches: [SeriesBatch]
  ) throws -> IndicatorReading {
    let store = MemoryStore(batches)
    let newest = try #require(try store.newestKnowable())
    return try indicator.reading(MarketView(store, asOf: newest))
  }

  @Test("The forty-year yield is the headline; changes count published days, in basis points")
  func japan() throws {
    let days = MacroSeries.tradingDays(from: 20_100, count: 30)
    let reading = try reading(
      JapaneseLongYieldIndicator(),
      [
        MacroSeries.batch(
          "jgb_curve_1d/y40",
          days: days,
          values: (0..<30).map { 3 + 0.01 * Double($0) }
        ),
        MacroSeries.batch("jgb_curve_1d/y10", days: days, values: days.map { _ in 1.82 }),
      ]
    )
    #expect(abs(try #require(reading.value) - 3.29) < 1e-9)
    #expect(reading.percentile == 1)
    #expect(abs(try #require(reading.number("change_20_days_40y_bp")) - 20) < 1e-9)
    #expect(reading.number("change_20_days_10y_bp") == 0)
    #expect(abs(try #require(reading.number("slope_40y_10y_bp")) - 147) < 1e-9)
    #expect(reading.number("change_1y_40y_bp") == nil)
    let interval = try #require(reading.interval)
    #expect(abs(interval.high - interval.low - 0.001) < 1e-9)
  }

  @Test("No change is given across a hole of months")
  func hole() {
    var yields = DailyValues()
    for day in 0..<20 { yields.append(1, on: 20_000 + day) }
    for day in 0..<20 { yields.append(2, on: 20_100 + day) }
    let changes = JapaneseLongYieldIndicator.changes(yields, places: 20)
    #expect(changes.isEmpty)
    #expect(JapaneseLongYieldIndicator.changes(yields, places: 10).values.contains(0))
  }

  @Test("A supply that grows by a tenth in thirty days; a coin's share of it")
  func stablecoins() throws {
    let total = (0..<61).map { 200e9 * ($0 < 31 ? 1 : 1.1) }
    let reading = try reading(
      StablecoinSupplyIndicator(),
      [
        CryptoBatches.daily("stablecoin_supply_1d/total_usd", total),
        CryptoBatches.daily("stablecoin_supply_1d/usdt_usd", total.map { $0 / 4 }),
      ]
    )
    #expect(abs(try #require(reading.value) - 100 * Libm.log(1.1)) < 1e-6)
    #expect(abs(try #require(reading.number("share_usdt")) - 0.25) < 1e-9)
    #expect(abs(try #require(reading.number("supply_usd_billion")) - 220) < 1e-6)
    #expect(reading.coverage?.expectedCount == 31)
  }

  @Test("A rate of 0.01 % in eight hours is 10.95 % a year; two coins count alike")
  func hedge() throws {
    func funding(_ coin: String, _ rate: Double) -> SeriesBatch {
      CryptoBatches.bars(
        "binance_um_\(coin)usdt_funding_8h/funding_rate",
        from: Instant(startOf: Day(daysSince1970: CryptoBatches.start)),
        length: .hours(8),
        [Double](repeating: rate, count: 3 * 40)
      )
    }
    let level = try reading(
      HedgedCarryIndicator(),
      [funding("btc", 0.000_1), funding("eth", 0.000_1)]
    )
    #expect(abs(try #require(level.value) - 10.95) < 1e-6)
    let mixed = try reading(
      HedgedCarryIndicator(),
      [funding("btc", -0.000_1), funding("eth", 0)]
    )
    #expect(abs(try #require(mixed.value) + 5.475) < 1e-6)
    #expect(mixed.number("days_below_zero_share_30d") == 1)
    #expect(mixed.number("funding_eth_30d_percent") == 0)
    #expect(mixed.number("correlation_with_btc_volatility_30d") == nil)
  }

  @Test("Volatility that moves with the income has correlation one on windows that do not overlap")
  func volatility() throws {
    var (means, other) = (DailyValues(), DailyValues())
    for day in 0..<400 {
      means.append(Double(day % 60), on: 20_000 + day)
      other.append(3 * Double(day % 60) + 1, on: 20_000 + day)
    }
    let value = try #require(HedgedCarryIndicator.correlation(means, other))
    #expect(abs(value - 1) < 1e-9)
  }

  /// A value for each of the first months from January 2000.
  private func months(_ name: String, _ values: [Double]) throws -> SeriesBatch {
    let days = try values.indices.map {
      try #require(Day(year: 2000 + $0 / 12, month: $0 % 12 + 1, day: 1)).daysSince1970
    }
    return MacroSeries.batch(name, days: days, values: values, period: .month)
  }

  @Test("Prices and unemployment that both rise faster than a year before are named")
  func stagflation() throws {
    let prices = (0..<36).map { month in
      month < 12 ? 100.0 : month < 24 ? 102.0 : 106.08
    }
    let rising = try reading(
      StagflationIndicator(),
      [
        try months("fred_monthly_long/CPIAUCSL/value", prices),
        try months("fred_monthly_long/UNRATE/value", (0..<36).map { 4 + 0.1 * Double($0 / 12) }),
      ]
    )
    #expect(abs(try #require(rising.value) - 4) < 1e-9)
    #expect(abs(try #require(rising.number("inflation_change_12m")) - 2) < 1e-9)
    #expect(abs(try #require(rising.number("unemployment_change_12m")) - 0.1) < 1e-9)
    #expect(rising.remarks.contains { $0.contains("both are, 2002-12-01") })
    #expect(rising.number("months_with_both_rising_share") == 1)
  }

  @Test("A month without an index has no growth, and none starts from it a year later")
  func holeOfMonths() throws {
    var levels = DailyValues()
    for month in 0..<30 where month != 6 {
      let day = try #require(Day(year: 2000 + month / 12, month: month % 12 + 1, day: 1))
      levels.append(100 + Double(month), on: day.daysSince1970)
    }
    let growth = StagflationIndicator.growth(levels)
    #expect(growth.count == 17)
    #expect(!growth.days.contains { Day(daysSince1970: $0).civil == (2001, 7, 1) })
  }

  @Test("Bitcoin at 1.6 trillion beside a balance sheet of 6.4 is a quarter of it")
  func size() throws {
    let reading = try reading(
      BitcoinSizeIndicator(),
      [
        CryptoBatches.daily("btc_eth_mvrv_1d/btc/market_cap_usd", [1.5e12, 1.6e12]),
        CryptoBatches.daily("btc_eth_mvrv_1d/eth/market_cap_usd", [0.3e12, 0.32e12]),
        CryptoBatches.daily("fred_weekly_long/WALCL/value", [6_400_000]),
      ]
    )
    #expect(reading.value == 1_600)
    #expect(abs(try #require(reading.number("share_of_federal_reserve_assets")) - 0.25) < 1e-9)
    #expect(abs(try #require(reading.number("ratio_to_ether")) - 5) < 1e-9)
  }
}
