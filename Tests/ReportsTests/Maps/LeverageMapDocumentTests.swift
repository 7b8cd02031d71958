import Ensembles
import Quantities
import Reports
import Scenarios
import Testing

@Suite("LeverageMapDocument")
struct LeverageMapDocumentTests {
  /// Sixty days of a price that goes up and down by the hour.
  private static let market: LeverageMarket = {
    let start = Instant(startOf: Day(daysSince1970: 19_000))
    let hours = (0..<1_440).map { hour -> MarketHour in
      let open = 20_000 + 100 * Double(hour * 37 % 41)
      let close = 20_000 + 100 * Double((hour + 1) * 37 % 41)
      let time = start + .hours(Int64(hour))
      return MarketHour(
        start: time,
        knowableAt: time + .hours(1),
        open: open,
        high: max(open, close) + 20,
        low: min(open, close) - 20,
        close: close,
        volume: 1_000
      )
    }
    let stocks = (0..<60).map { day -> DatedValue in
      let time = start + .days(Int64(day))
      return DatedValue(time: time, knowableAt: time + .days(1), value: 50_000)
    }
    return LeverageMarket(symbol: "BTC", hours: hours, openInterest: stocks, daily: [])
  }()

  @Test(
    "the map of a date is JSON of schema clino.map/1 with bands, and says what is a lower bound"
  )
  func json() throws {
    let asOf = Instant(startOf: Day(daysSince1970: 19_060))
    let map = try LeverageMapEstimate(Self.market, asOf: asOf, draws: 20)
    let json = LeverageMapDocument(map, sources: ["a/b"], seed: 1).json
    #expect(json["schema"]?.stringValue == "clino.map/1")
    #expect(json["as_of"]?.stringValue == asOf.description)
    #expect(json["reports_are_lower_bounds"]?.boolValue == true)
    #expect(json["mixture_fitted_bars"]?.integerValue == 0)
    #expect(json["critical_sale_usd"] != nil)
    let levels = try #require(json["levels"]?.arrayValue)
    #expect(levels.count == 2 * LiquidationMap.levelCount)
    for level in levels {
      let notional = try #require(level["notional_usd"])
      let low = try #require(notional["p05"]?.doubleValue)
      let middle = try #require(notional["median"]?.doubleValue)
      let high = try #require(notional["p95"]?.doubleValue)
      #expect(0 <= low && low <= middle && middle <= high)
    }
    #expect(json["observed"]?.arrayValue?.isEmpty == false)
    #expect(json["assumed"]?.arrayValue?.isEmpty == false)
  }

  @Test("inputs older than five days are said first")
  func stale() throws {
    let fresh = try LeverageMapEstimate(
      Self.market,
      asOf: Instant(startOf: Day(daysSince1970: 19_060)),
      draws: 2
    )
    let old = try LeverageMapEstimate(
      Self.market,
      asOf: Instant(startOf: Day(daysSince1970: 19_090)),
      draws: 2
    )
    #expect(fresh.staleness.isEmpty && old.staleness.count == 2)
    let document = LeverageMapDocument(old, sources: [], seed: 1)
    #expect(document.headline.first?.hasPrefix("STALE: price is 30 days old") == true)
    #expect(document.json["stale"]?.arrayValue?.count == 2)
  }

  @Test("nothing is known before the first open interest, and that is an error that names a remedy")
  func tooEarly() {
    #expect(throws: ScenarioError.self) {
      try LeverageMapEstimate(
        Self.market,
        asOf: Instant(startOf: Day(daysSince1970: 19_000)),
        draws: 2
      )
    }
  }

  @Test("a score without reports has no entries, says so, and still lists what was tried")
  func emptyScore() async throws {
    let score = try await MapScore([Self.market])
    let document = MapScoreDocument(
      score,
      asOf: Instant(startOf: Day(daysSince1970: 19_060)),
      setting: MapScore.Setting()
    )
    #expect(document.json["score"]?.arrayValue?.isEmpty == true)
    #expect(document.headline.first?.contains("No year could be scored") == true)
    let tried = try #require(document.json["tried"]?.arrayValue)
    #expect(tried.count { $0["status"]?.stringValue == "chosen" } == 1)
  }
}
