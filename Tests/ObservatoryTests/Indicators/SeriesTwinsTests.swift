import Quantities
import Testing

@testable import Observatory

@Suite("Files continued by live sources")
struct SeriesTwinsTests {
  private let days = MacroSeries.tradingDays(from: 20_000, count: 10)

  private func view(_ batches: [SeriesBatch]) throws -> MarketView {
    let store = MemoryStore(batches)
    return MarketView(store, asOf: try #require(try store.newestKnowable()))
  }

  @Test("A file's series goes on with the source's, in the file's unit, and says so")
  func continued() throws {
    let view = try view([
      MacroSeries.batch(
        "sofr_percentiles_1d/sofr_bp",
        days: Array(days.prefix(4)),
        values: [430, 431, 432, 433]
      ),
      MacroSeries.batch(
        "nyfed/sofr/rate",
        days: Array(days.suffix(8)),
        values: [9, 9, 4.34, 4.35, 4.36, 4.37, 4.38, 4.39]
      ),
    ])
    var draft = ReadingDraft(view)
    let values = try draft.values("sofr_percentiles_1d/sofr_bp", remedy: "import it")
    #expect(values.days == days)
    // Where both have a day, the file's value stands.
    let expected: [Double] = [430, 431, 432, 433, 434, 435, 436, 437, 438, 439]
    #expect(zip(values.values, expected).allSatisfy { abs($0 - $1) < 1e-9 })
    let reading = draft.finished()
    #expect(reading.missing.isEmpty)
    #expect(reading.remarks.contains { $0.contains("is taken from nyfed/sofr/rate after") })
    #expect(reading.sources.count == 2)
  }

  @Test("A source alone stands in for the file; a series with neither is missing once")
  func alone() throws {
    let view = try view([
      MacroSeries.batch("hkma/exchange_rate/usd", days: days, values: days.map { _ in 7.78 })
    ])
    let reading = try HongKongDollarIndicator().reading(view)
    #expect(abs(try #require(reading.value) - 0.7) < 1e-9)
    #expect(!reading.missing.contains { $0.what.contains("usdhkd_1d") })
    var draft = ReadingDraft(view)
    #expect(try draft.values("vix_1d/close", remedy: "import it").isEmpty)
    #expect(draft.finished().missing.map(\.what) == ["vix_1d/close"])
  }

  @Test("A twin that ends before the file adds nothing and is not named")
  func older() throws {
    let view = try view([
      MacroSeries.batch("vix_1d/close", days: days, values: days.map { _ in 20 }),
      MacroSeries.batch("fred/VIXCLS/value", days: Array(days.prefix(5)), values: [1, 2, 3, 4, 5]),
    ])
    var draft = ReadingDraft(view)
    #expect(try draft.values("vix_1d/close").values == days.map { _ in 20 })
    #expect(draft.finished().sources.count == 1)
  }

  @Test("Pulled gross domestic product gives the credit impulse its headline")
  func impulse() throws {
    let months = (0..<36).compactMap {
      Day(year: 2020 + $0 / 12, month: $0 % 12 + 1, day: 1)?.daysSince1970
    }
    let quarters = (0..<12).compactMap {
      Day(year: 2020 + $0 / 4, month: $0 % 4 * 3 + 1, day: 1)?.daysSince1970
    }
    let view = try view([
      MacroSeries.batch(
        "fred_monthly_long/BUSLOANS/value",
        days: months,
        values: months.indices.map { 1_000 + Double($0 * $0) },
        period: .month
      ),
      MacroSeries.batch(
        "fred_monthly_long/TOTALSL/value",
        days: months,
        values: months.map { _ in 2_000_000 },
        period: .month
      ),
      MacroSeries.batch(
        "fred/GDP/value",
        days: quarters,
        values: quarters.map { _ in 28_800 },
        period: .quarter
      ),
    ])
    let reading = try CreditImpulseIndicator().reading(view)
    // The second difference over a year of t² is 288 bn: 1 % of 28 800.
    #expect(abs(try #require(reading.value) - 1) < 1e-9)
    #expect(reading.interval != nil && reading.coverage?.share == 1)
    #expect(reading.missing.count == 1)
  }
}
