import Quantities
import Statistics
import Testing

@testable import Observatory

/// The crypto indicators on the real files, through the store: known figures, no look at later rows.
@Suite(
  "Crypto indicators on shared data",
  .enabled(if: SharedData.isPresent, "\(SharedData.remark)")
)
struct CryptoSharedTests {
  private func reading(_ id: String, _ day: String) throws -> IndicatorReading {
    let store = try CryptoFiles.store.get()
    let indicator = try #require(Indicators.crypto.first { $0.id == id })
    return try indicator.reading(MarketView(store, asOf: Instant(parsing: day)))
  }

  @Test("The least RV30 is 16.6 percent on 2023-08-13, and few days are below 25 percent")
  func volatility() throws {
    let reading = try reading("I27", "2025-11-21")
    #expect(abs(try #require(reading.number("rv30_least")) - 0.1661) < 0.0001)
    #expect(reading.remarks.contains { $0.contains("2023-08-13") })
    // 1.34 percent with the held-out windows, slightly more without them.
    #expect(abs(try #require(reading.number("days_below_25_percent_share")) - 0.0137) < 0.0006)
  }

  @Test(
    "Correlations of 2021 to 2025 with UTC closes are the specification's; aligned ones are higher"
  )
  func correlations() throws {
    let reading = try reading("I06", "2025-11-30")
    let mean = try #require(reading.number("sp500_60_sessions_mean_since_2021_utc_close"))
    let most = try #require(reading.number("sp500_60_sessions_max_since_2021_utc_close"))
    let weeks = try #require(
      reading.number("sp500_5_sessions_at_least_0_91_share_since_2021_utc_close")
    )
    #expect(abs(mean - 0.35) < 0.01 && abs(most - 0.67) < 0.01 && abs(weeks - 0.062) < 0.003)
    #expect(try #require(reading.number("sp500_60_sessions_max_since_2021")) > most)
    #expect(try #require(reading.number("sp500_60_sessions_mean_since_2021")) > mean)
  }

  @Test("The asymmetric beta of ether since 2021 is within its error of 0.315")
  func beta() throws {
    let component = try #require(
      try reading("I15", "2025-11-21").component("eth_since_2021_difference")
    )
    let value = try #require(component.value)
    let interval = try #require(component.interval)
    #expect(abs(value - 0.315) < 0.02)
    let error = (interval.high - interval.low) / (2 * 1.959_963_984_540_054)
    #expect(abs(error - 0.085) < 0.005)
  }

  @Test(
    "The enterprise multiple equals the file's on every shown date",
    arguments: [
      "2021-03-01", "2023-06-15", "2024-12-20", "2025-08-29", "2026-01-28",
    ]
  )
  func multiple(day: String) throws {
    let reading = try reading("I12", day)
    let file = try #require(reading.number("strategy_file_value"))
    #expect(abs(try #require(reading.value) - file) < 0.5e-4 + 1e-9)
    #expect(try #require(reading.number("strategy_basic_basic_shares")) <= file + 0.6)
  }

  @Test("The source's cap-scaled purchase is 2.23")
  func scaled() throws {
    let reading = try reading("I13", "2026-02-10")
    #expect(abs(try #require(reading.number("arithmetic_of_the_source")) - 2.2274) < 1e-4)
    #expect(reading.value != nil)
  }

  @Test(
    "The falls of June 2022 and February 2026 have a branching ratio on chain",
    arguments: [
      "2022-06-19T12:00:00Z", "2026-02-08T12:00:00Z",
    ]
  )
  func branching(day: String) throws {
    let reading = try reading("I03", day)
    let value = try #require(reading.value)
    #expect(value > 0.3 && value < 1.2)
    #expect(reading.interval != nil)
  }

  @Test("Since April 2021 between a tenth and a half of BTC liquidations are reported")
  func censoring() throws {
    let component = try #require(
      try reading("I05", "2025-09-01").component("reported_share_of_liquidations_after_2021_04_27")
    )
    #expect(try #require(component.interval).high < 0.6)
    #expect(try #require(component.value) > 0.1)
  }

  @Test("The forward curve of 8 August 2026 has a basis between three and six percent")
  func basis() throws {
    let value = try #require(try reading("I09", "2026-08-20").value)
    #expect(value > 0.03 && value < 0.06)
  }

  @Test("Deleting every later row changes no reading on 200 dates", arguments: 0..<20)
  func asOf(seed: Int) throws {
    let store = try CryptoFiles.store.get()
    var stream = Stream(seed: UInt64(seed), run: 2, purpose: Purpose(room: 4, index: 713))
    for place in 0..<10 {
      // From 2018 to August 2026.
      let day = 17_600 + Int(stream.nextInteger(below: 3_080))
      let instant = Instant(startOf: Day(daysSince1970: day)) + .hours(Int64(place * 2))
      let indicator = Indicators.crypto[(seed * 10 + place) % Indicators.crypto.count]
      let whole = try indicator.reading(MarketView(store, asOf: instant))
      let past = try indicator.reading(
        MarketView(DeletedAfter(base: store, instant: instant), asOf: instant)
      )
      #expect(whole == past, "\(indicator.id) on \(instant)")
    }
  }
}
