import Testing

@testable import Economy

@Suite("reversion to the value that news has made")
struct WorldReversionTests {
  /// A market that nobody trades follows its news exactly, by day and over a night.
  @Test("news alone is followed by no reversion", arguments: ["BTC", "SPX shares"])
  func newsAlone(market: String) throws {
    let night = WorldShock(.news, name: "news", day: 0, hour: 1, market: market, size: -0.1)
    var plan = try VenueWorld.plan([], shocks: [night])
    plan.markets.append(
      MarketPlan(
        "SPX shares",
        price: 1,
        value: .news(annualVolatility: 0.15, common: 0.3),
        hours: .newYork,
        dailyVolume: 500e9,
        dailyVolatility: 0.01
      )
    )
    let opening = market == "BTC" ? 85_129.43 : 1
    let world = try VenueWorld.world(plan, days: 4)
    let place = try #require(world.market(named: market)).index
    for day in world.days {
      #expect(abs(day.markets[place].close / opening - 0.904_837_418) < 1e-8)
    }
  }
}
