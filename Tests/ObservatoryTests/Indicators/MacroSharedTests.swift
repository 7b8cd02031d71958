import Quantities
import Statistics
import Testing

@testable import Observatory

/// The macro indicators on the real files: known figures, and no look at later rows.
@Suite(
  "Macro indicators on shared data",
  .enabled(if: SharedData.isPresent, "\(SharedData.remark)")
)
struct MacroSharedTests {
  private func reading(_ id: String, _ day: String) throws -> IndicatorReading {
    let store = try MacroFiles.store.get()
    let indicator = try #require(Indicators.macro.first { $0.id == id })
    return try indicator.reading(MarketView(store, asOf: Instant(parsing: day)))
  }

  private static let published: [(day: String, above: Double, range: Double)] = [
    ("2019-09-17T12:00:00Z", 11, 13), ("2019-09-18T12:00:00Z", 35, 85),
    ("2019-09-19T12:00:00Z", 40, 50), ("2019-03-30T12:00:00Z", 44, 62),
    ("2019-08-01T12:00:00Z", 6, 10),
  ]

  @Test("SOFR skews of September 2019, each known the day after", arguments: published.indices)
  func skews(place: Int) throws {
    let (day, above, range) = Self.published[place]
    let value = try #require(try reading("I07", day).value)
    #expect(abs(value - above / range) < 1e-12)
  }

  @Test("The maxima of the public indices in the episodes are those of the specification")
  func publicIndices() throws {
    let reading = try reading("I20", "2025-09-15")
    let expected = [
      ("stlfsi4_index_max_2019_09", 0.09, 0.005), ("stlfsi4_index_max_2020_03", 5.64, 0.005),
      ("vix_index_max_2019_09", 19.7, 0.05), ("vix_index_max_2020_03", 82.7, 0.05),
      ("high_yield_oas_percent_max_2019_09", 4.23, 0.005),
      ("high_yield_oas_percent_max_2020_03", 10.87, 0.005),
      ("sofr_minus_target_upper_bp_max_2019_09", 300, 1e-9),
    ]
    for (name, value, tolerance) in expected {
      #expect(abs(try #require(reading.number(name)) - value) <= tolerance, "\(name)")
    }
    let ratio = try #require(reading.value)
    #expect(ratio < 1)
    #expect(reading.remarks.contains { $0.contains("not supported") })
  }

  @Test("March 2020 is more jointly stressed than September 2019, and the OFR agrees")
  func stress() throws {
    let calm = try #require(try reading("I18", "2019-09-30").value)
    let storm = try #require(try reading("I18", "2020-03-25").value)
    #expect(storm > 10 * calm)
    let factor = try reading("I19", "2025-09-15")
    #expect(try #require(factor.number("correlation_with_ofr_fsi_levels")) > 0.8)
    #expect(try #require(factor.number("correlation_with_ofr_fsi_changes_21d")) > 0.7)
    #expect(try #require(factor.number("members_count")) >= 30)
  }

  @Test("Card delinquency led unemployment by a quarter over 2000 to 2019")
  func delinquency() throws {
    let reading = try reading("I24", "2025-09-15")
    #expect(reading.number("lead_2000_2019_months") == 3)
    #expect(abs(try #require(reading.number("correlation_2000_2019")) - 0.669) < 0.001)
  }

  @Test("The Hong Kong dollar of March 2020, and no value years after the series ends")
  func hongKong() throws {
    let value = try #require(try reading("I21", "2020-03-31").value)
    // 7.7561 on 2020-03-24 and later days of the month: inside the band, on the strong side.
    #expect(value > 0.5 && value <= 1)
    #expect(try reading("I21", "2025-09-15").value == nil)
  }

  @Test("Yields of Japan and prices of America as they were published")
  func yieldsAndPrices() throws {
    let yields = try reading("L02", "2025-09-15")
    #expect(yields.number("highest_40y_percent") == 3.442)
    #expect(yields.remarks.contains { $0.contains("was on 2025-09-08") })
    let prices = try reading("L05", "2023-03-02")
    // Consumer prices of 2022-12 were 6.4 % above those of 2021-12, and less fast than a year before.
    #expect(abs(try #require(prices.value) - 6.4) < 0.1)
    #expect(try #require(prices.number("inflation_change_12m")) < 0)
  }

  @Test("Deleting every later row changes no reading", arguments: 0..<10)
  func asOf(seed: Int) throws {
    let store = try MacroFiles.store.get()
    var stream = Stream(seed: UInt64(seed), run: 1, purpose: Purpose(room: 4, index: 905))
    let day = 17_900 + Int(stream.nextInteger(below: 2_750))
    let instant = Instant(startOf: Day(daysSince1970: day)) + .hours(15)
    let cut = store.removingKnowable(after: instant)
    for indicator in Indicators.macro {
      let whole = try indicator.reading(MarketView(store, asOf: instant))
      let past = try indicator.reading(MarketView(cut, asOf: instant))
      #expect(whole == past, "\(indicator.id) on \(instant)")
    }
  }
}
