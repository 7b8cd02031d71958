import Testing

@testable import Economy

@Suite("miners")
struct MinerTests {
  private static func miner(_ numbers: [String: Double] = [:]) -> ParticipantPlan {
    ParticipantPlan(
      "miner",
      "miners",
      numbers: numbers,
      endowments: [.init("BTC", 50_000, from: "MINE")]
    )
  }

  private static let coin: Int64 = 100_000_000

  @Test("450 coins a day come into being, however long a bar is", arguments: [1, 8, 96])
  func production(bars: Int) throws {
    let world = try VenueWorld.world(
      try VenueWorld.plan([Self.miner()], without: ["mining_sales"], bars: bars),
      days: 3
    )
    #expect(try world.quantityOutstanding("BTC") == (19_950_000 + 3 * 450) * Self.coin)
    #expect(try world.quantity("BTC", of: "miners") == (50_000 + 3 * 450) * Self.coin)
    #expect(world.days.allSatisfy { $0.flows[0] == 0 })
  }

  @Test("of what is mined the cash cost over the price is sold", arguments: [0.1, 55_000, 1e6])
  func saleShare(cost: Double) throws {
    let world = try VenueWorld.world(
      try VenueWorld.plan([Self.miner(["cash_cost_usd": cost, "patience_days": 1000])]),
      days: 1
    )
    let kept = Double(try world.quantity("BTC", of: "miners") - 50_000 * Self.coin) / 1e8
    let share = min(1, max(0.3, cost / 85_129.43))
    #expect(abs(kept - 450 * (1 - share)) < 450 * 0.005)
  }

  @Test("a month below cost forces the hoard out at five percent a day")
  func distress() throws {
    let numbers = ["cash_cost_usd": 100_000.0, "patience_days": 2, "cost_fall_per_month": 0]
    let world = try VenueWorld.world(try VenueWorld.plan([Self.miner(numbers)]), days: 2)
    let before = Double(try world.quantity("BTC", of: "miners")) / 1e8
    #expect(abs(before - 50_000) < 1)
    try world.run(days: 3)
    let after = Double(try world.quantity("BTC", of: "miners")) / 1e8
    #expect(abs(after / before - 0.951) < 0.002)
    #expect(world.causes.orphanCount == 0)
    #expect(try !world.rootKinds(ofForcedActsBy: "miners").isEmpty)
  }
}
