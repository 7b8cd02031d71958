import Quantities
import Statistics
import Testing

@testable import Economy

@Suite("official buyer")
struct OfficialBuyerTests {
  private func world(
    fall: Double,
    numbers: [String: Double] = [:],
    without: Set<String> = [],
    days: Int = 4
  ) throws -> World {
    var plan = WorldPlan(start: WorldPlan.standardStart, barsPerDay: 24)
    plan.markets = [
      MarketPlan(
        "BTC",
        price: 85_129.43,
        value: .news(annualVolatility: 0.28, common: 0),
        dailyVolume: 90e9,
        dailyVolatility: 0.024
      )
    ]
    plan.participants = [ParticipantPlan("official_buyer", "buyer", numbers: numbers)]
    plan.shocks = [
      WorldShock(.news, name: "fall", day: 1, hour: 3, market: "BTC", size: Libm.log(1 - fall))
    ]
    plan.without = without.union(["news"])
    let catalogue = ParticipantCatalogue([OfficialBuyer.self])
    let world = try World(plan, catalogue: catalogue, seed: 1, run: 0)
    try world.run(days: days)
    return world
  }

  @Test("after the fall and the delay it spends its purse, with reserves that it makes")
  func buys() throws {
    let world = try world(fall: 0.1)
    let before = try self.world(fall: 0.1, without: ["official_purchases"])
    let spent = try world.units("deposits", of: "RLP") - before.units("deposits", of: "RLP")
    #expect(abs(spent / 5e9 - 1) < 0.02, "\(spent)")
    let made = try world.quantityOutstanding("reserves") - before.quantityOutstanding("reserves")
    #expect(abs(Double(made) / 1e4 / spent - 1) < 1e-6)
    #expect(try world.price("BTC") > (try before.price("BTC")))
    // A quarter of a day of delay after the shock of the fourth hour, then a day of purchases.
    #expect(world.days[0].flows.allSatisfy { $0 == 0 })
    let first = try world.flow(of: "buyer", day: 1)
    #expect(first > 0.4 * 5e9 && first < 0.7 * 5e9, "\(first)")
  }

  @Test("a smaller fall than its trigger, or the mechanism off, and it does nothing")
  func waits() throws {
    #expect(try world(fall: 0.04).units("BTC", of: "FED") == 0)
    #expect(try world(fall: 0.1, without: ["official_purchases"]).units("BTC", of: "FED") == 0)
  }

  @Test("it buys no more than its share of the volume, and goes on until the purse is spent")
  func participation() throws {
    let world = try world(fall: 0.1, numbers: ["purse_usd": 9e9, "delay_days": 0])
    #expect(try world.flow(of: "buyer", day: 1) <= 0.05 * 90e9 + 1)
    #expect(try world.flow(of: "buyer", day: 2) > 0.04 * 90e9)
  }

  @Test("the same world is the same twice")
  func determinism() throws {
    #expect(try world(fall: 0.1).days.map(\.hash) == world(fall: 0.1).days.map(\.hash))
  }
}
