import Statistics
import Testing

@testable import Economy

@Suite("southbound investor")
struct SouthboundInvestorTests {
  private func spent(_ world: World) throws -> Double {
    try 350e9 - world.units("deposits", of: "southbound investors")
  }

  @Test("it changes the mean flow on weekdays and buys shares with what it changed")
  func meanFlow() throws {
    // Friday, a weekend, Monday.
    let friday = try CommodityWorld.hongKong(days: 1)
    let sunday = try CommodityWorld.hongKong(days: 3)
    let monday = try CommodityWorld.hongKong(days: 4)
    #expect(try abs(spent(friday) - 0.7e9) < 1e6)
    #expect(try spent(sunday) == spent(friday))
    #expect(try abs(spent(monday) - 1.4e9) < 2e6)
    let shares = try monday.units("HK shares", of: "southbound investors")
    let local = try monday.units("HKD", of: "southbound investors") * monday.price("HKD")
    // What is under way is at most the last bar's part and two percent of the one before.
    #expect(local < 1.1 * 0.7e9 / 24)
    #expect(abs(shares + local - 1.4e9) < 0.02e9)
    #expect(try monday.price("HKD") > 1 / 7.8)
    #expect(try monday.price("HK shares") > 1)
  }

  @Test("shares are paid for in Hong Kong dollars of the same value")
  func payment() throws {
    let world = try CommodityWorld.hongKong(days: 1)
    // The residual provider got back what it had sold but for what is still under way.
    let given = try 15_000_000_000_000_000 - world.quantity("HKD", of: "RLP")
    #expect(given > 0)
    #expect(try given == world.quantity("HKD", of: "southbound investors"))
    #expect(try world.unitsOutstanding("HKD") == 1_500e9)
  }

  @Test("a fall abroad brings the shock's flow for its days, and nothing without the mechanism")
  func shock() throws {
    let fall = WorldShock(.news, name: "fall", day: 3, hour: 0, market: "SPX shares", size: -0.2)
    func world(_ without: Set<String>) throws -> World {
      try CommodityWorld.hongKong(
        numbers: ["southbound investors": ["shock_days": 2]],
        words: [:],
        shocks: [fall],
        without: without.union(["news", "valuation_gap"]),
        days: 6
      )
    }
    let on = try world([])
    let off = try world(["valuation_shock"])
    // Two units of the shock at half a billion, on two of four weekdays.
    #expect(try abs(spent(on) - spent(off) - 2e9) < 10e6)
    let none = try CommodityWorld.hongKong(
      words: [:],
      without: ["news", "valuation_gap"],
      days: 6
    )
    #expect(try spent(off) == spent(none))
  }

  @Test("dearer shares abroad bring more, and nothing without the mechanism")
  func gap() throws {
    let rise = WorldShock(.news, name: "rise", day: 3, hour: 0, market: "SPX shares", size: 0.2)
    let off: Set<String> = ["news", "valuation_shock"]
    let on = try CommodityWorld.hongKong(words: [:], shocks: [rise], without: off, days: 6)
    let without = try CommodityWorld.hongKong(
      words: [:],
      shocks: [rise],
      without: off.union(["valuation_gap"]),
      days: 6
    )
    #expect(try spent(on) > spent(without))
    let none = try CommodityWorld.hongKong(days: 6)
    #expect(try spent(without) == spent(none))
  }

  @Test("an outflow sells the shares and then the currency")
  func outflow() throws {
    let world = try CommodityWorld.hongKong(
      numbers: ["southbound investors": ["mean_flow_usd_bn_per_day": -1]],
      days: 1
    )
    // It has nothing to sell.
    #expect(try spent(world) == 0)
    #expect(try world.price("HKD") == CommodityWorld.hongKong(days: 0).price("HKD"))
  }

  @Test("switched off it does nothing at all")
  func off() throws {
    let off = try CommodityWorld.hongKong(without: ["news", "southbound_flow"], days: 5)
    #expect(try spent(off) == 0)
    #expect(try abs(off.price("HKD") - 1 / 7.8) < 1e-12)
    #expect(try off.price("HK shares") == 1)
  }
}
