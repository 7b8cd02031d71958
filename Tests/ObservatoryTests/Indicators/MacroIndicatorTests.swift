import Quantities
import Statistics
import Testing

@testable import Observatory

@Suite("Macro indicators")
struct MacroIndicatorTests {
  @Test("Numbers ascend and are those of the specification; every indicator answers to facts")
  func registry() {
    let ids = Indicators.macro.map(\.id)
    #expect(
      ids == [
        "I07", "I08", "I17", "I18", "I19", "I20", "I21", "I22", "I24", "I25", "I26", "I30", "I31",
        "I32", "L02", "L05",
      ]
    )
    for indicator in Indicators.macro {
      #expect(!indicator.facts.isEmpty && !indicator.systems.isEmpty && !indicator.unit.isEmpty)
      #expect(Set(indicator.facts).count == indicator.facts.count)
    }
  }

  @Test("An empty store gives no value and names what is missing", arguments: 0..<16)
  func empty(place: Int) throws {
    let view = MarketView(MemoryStore(), asOf: Instant(startOf: Day(daysSince1970: 20_000)))
    let reading = try Indicators.macro[place].reading(view)
    #expect(reading.value == nil && reading.interval == nil && reading.percentile == nil)
    #expect(!reading.missing.isEmpty)
    #expect(reading.missing.allSatisfy { !$0.what.isEmpty && !$0.remedy.isEmpty })
    #expect(reading.sources.isEmpty)
  }

  /// Random walks under the names that the indicators read, with revisions a month later.
  private static let store: MemoryStore = {
    let days = MacroSeries.tradingDays(from: 17_600, count: 900)
    var store = MemoryStore()
    let names = [
      "fred_daily_long/DFEDTARU/value", "fred_daily_long/RRPONTSYD/value",
      "fred_daily_long/BAMLH0A0HYM2/value", "fred_daily_long/BAA10Y/value",
      "fred_daily_long/BAMLC0A0CM/value", "fred_daily_long/DTWEXBGS/value",
      "fred_weekly_long/WRESBAL/value", "us_treasury_par_curve_1d/m1_bp",
      "us_treasury_par_curve_1d/y10_bp", "us_treasury_par_curve_1d/y1_bp", "vix_1d/close",
      "us_etfs_1d/SPY/close", "us_etfs_1d/GLD/close", "yahoo_btcusd_1d/close",
      "yahoo_ethusd_1d/close", "usdjpy_1d/close", "brent_spot_1d/price_usd_bbl",
      "wti_spot_1d/price_usd_bbl", "gold_comex_1d/close", "usdhkd_1d/hkd_per_usd", "dxy_1d/dxy",
      "g8_overnight_and_bill_rates_1d_long/ACM_TP_10Y/value", "ofr_fsi_1d/ofr_fsi",
    ]
    for (number, name) in names.enumerated() {
      var noise = Stream(
        seed: 77,
        run: UInt64(number),
        purpose: Purpose(room: 4, index: 903)
      )
      var level = 100.0
      let walk = days.map { _ in
        level *= 0.98 + 0.04 * noise.nextUniform()
        return level
      }
      store.insert(MacroSeries.batch(name, days: days, values: walk))
      store.insert(revised(name, days: days, values: walk.map { $0 * 1.01 }))
    }
    for (column, offset) in [("p1_bp", -9.0), ("p25_bp", -4), ("sofr_bp", 0), ("p75_bp", 3)] {
      store.insert(
        MacroSeries.batch(
          "sofr_percentiles_1d/\(column)",
          days: days,
          values: days.map { Double($0 % 50) + 100 + offset }
        )
      )
    }
    store.insert(
      MacroSeries.batch(
        "sofr_percentiles_1d/p99_bp",
        days: days,
        values: days.map { Double($0 % 50) + 110 + Double($0 % 13) }
      )
    )
    store.insert(
      MacroSeries.batch(
        "sofr_percentiles_1d/volume_bn",
        days: days,
        values: days.map { 900 + Double($0 % 31) }
      )
    )
    return store
  }()

  /// The same values a little higher, known thirty days later.
  private static func revised(_ name: String, days: [Int], values: [Double]) -> SeriesBatch {
    MacroSeries.batch(
      name,
      zip(days, values).map { day, value in
        let start = Instant(startOf: Day(daysSince1970: day))
        return Observation(
          refersTo: start,
          knowableAt: start + .days(31),
          value: ExactDecimal(units: Int64((value * 1e9).rounded()), decimals: 9)
        )
      }
    )
  }

  @Test("Deleting every later row changes no reading at a past date", arguments: 0..<200)
  func asOf(seed: Int) throws {
    var stream = Stream(seed: UInt64(seed), run: 0, purpose: Purpose(room: 4, index: 904))
    let day = 17_700 + Int(stream.nextInteger(below: 1_250))
    let hour = Int64(stream.nextInteger(below: 24))
    let instant = Instant(startOf: Day(daysSince1970: day)) + .hours(hour)
    let cut = Self.store.removingKnowable(after: instant)
    for indicator in Indicators.macro {
      let whole = try indicator.reading(MarketView(Self.store, asOf: instant))
      let past = try indicator.reading(MarketView(cut, asOf: instant))
      #expect(whole == past, "\(indicator.id) on \(instant)")
    }
  }

  @Test("The days that an indicator keeps end with what it says now")
  func history() throws {
    let newest = try #require(try Self.store.newestKnowable())
    let indicator = try #require(Indicators.macro.first { $0.id == "I08" })
    let reading = try indicator.reading(MarketView(Self.store, asOf: newest))
    #expect(
      reading.history.map(\.name) == [
        "value", "posterior_scarcity", "posterior_ordinary", "trained_refusal_against_scarcity",
      ]
    )
    for history in reading.history {
      #expect(history.days.count == history.values.count && history.days == history.days.sorted())
      let said =
        history.name == "value"
        ? reading.value : reading.components.first { $0.name == history.name }?.value
      #expect(history.values.last == said)
    }
  }

  @Test("The made-up store gives the stress indices values, so that the test above tests something")
  func notEmpty() throws {
    let newest = try #require(try Self.store.newestKnowable())
    let view = MarketView(Self.store, asOf: newest)
    for indicator in Indicators.macro
    where ["I07", "I08", "I18", "I19", "I22"].contains(indicator.id) {
      let reading = try indicator.reading(view)
      #expect(reading.value != nil, "\(indicator.id)")
      #expect(reading.interval != nil, "\(indicator.id)")
      #expect(reading.coverage.map { $0.count <= $0.expectedCount } == true, "\(indicator.id)")
    }
  }
}
