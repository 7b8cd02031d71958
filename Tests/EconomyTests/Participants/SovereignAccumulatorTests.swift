import Testing

@testable import Economy

@Suite("sovereign accumulators")
struct SovereignAccumulatorTests {
  private static func state(
    _ name: String,
    coins: Double,
    _ numbers: [String: Double] = [:]
  ) -> ParticipantPlan {
    ParticipantPlan(
      "sovereign_accumulator",
      name,
      numbers: numbers,
      endowments: [.init("BTC", coins, from: "SOV"), .init("deposits", 100e9, from: "HN")]
    )
  }

  private static let fall = WorldShock(
    .news,
    name: "fall",
    day: 0,
    hour: 6,
    market: "BTC",
    size: -0.1
  )

  @Test("the schedule buys its slope times the fall below the reference, and once")
  func floor() throws {
    let state = Self.state("state", coins: 0, ["floor_usd_per_log_unit": 1e9])
    let plan = try VenueWorld.plan([state], shocks: [Self.fall], without: ["sovereign_game"])
    let world = try VenueWorld.world(plan, days: 2)
    #expect(abs(world.days[0].flows[0] / 1e8 - 1) < 1e-3)
    #expect(abs(world.days[1].flows[0]) < 1e6)
    // Tags: directional, neutral, forced, policy.
    #expect(world.days[0].markets[0].flowByTag[3] == world.days[0].flows[0])
    let off = try VenueWorld.world(
      try VenueWorld.plan(
        [state],
        shocks: [Self.fall],
        without: ["sovereign_game", "sovereign_floor"]
      ),
      days: 2
    )
    #expect(off.days.allSatisfy { $0.flows[0] == 0 })
  }

  @Test("a schedule spends no more than its share of the reserves")
  func budget() throws {
    let numbers = ["floor_usd_per_log_unit": 1e12, "budget_share_per_year": 0.001]
    let plan = try VenueWorld.plan(
      [Self.state("state", coins: 0, numbers)],
      shocks: [Self.fall],
      without: ["sovereign_game"]
    )
    let world = try VenueWorld.world(plan, days: 2)
    #expect(abs(world.days.reduce(0) { $0 + $1.flows[0] } - 1e8) < 1)
  }

  @Test("a schedule with a delay sends nothing before it and the same sum after it")
  func delay() throws {
    let numbers = ["floor_usd_per_log_unit": 1e9, "floor_delay_days": 1.5]
    let plan = try VenueWorld.plan(
      [Self.state("state", coins: 0, numbers)],
      shocks: [Self.fall],
      without: ["sovereign_game"]
    )
    // The fall comes at six; a day and a half later it is the second evening.
    let world = try VenueWorld.world(plan, days: 3)
    #expect(world.days[0].flows[0] == 0)
    #expect(abs(world.days[1].flows[0] / 1e8 - 1) < 1e-3)
    #expect(abs(world.days[2].flows[0]) < 1e6)
  }

  @Test("large stocks buy, none hold: the game's actions become a month's orders")
  func game() throws {
    let plan = try VenueWorld.plan(
      [Self.state("large", coins: 300_000), Self.state("none", coins: 0)],
      without: ["sovereign_floor"],
      bars: 8,
      start: (2025, 11, 29)
    )
    let world = try VenueWorld.world(plan, days: 5)
    #expect(try world.flow(of: "large", day: 1) == 0)
    #expect(try world.flow(of: "large", day: 2) > 1e6)
    #expect(try world.days.indices.allSatisfy { try world.flow(of: "none", day: $0) == 0 })
    #expect(try world.figure("stock of large") == 300_000)
    let off = try VenueWorld.plan(
      [Self.state("large", coins: 300_000)],
      without: ["sovereign_floor", "sovereign_game"],
      bars: 8,
      start: (2025, 11, 29)
    )
    #expect(try VenueWorld.world(off, days: 5).days.allSatisfy { $0.flows[0] == 0 })
  }

  @Test("a month's purchase is the size of one trade")
  func monthlySize() throws {
    let plan = try VenueWorld.plan(
      [Self.state("large", coins: 300_000)],
      without: ["sovereign_floor"],
      bars: 1,
      start: (2025, 11, 30)
    )
    let world = try VenueWorld.world(plan, days: 31)
    let bought = Double(try world.quantity("BTC", of: "large")) / 1e8 - 300_000
    #expect(abs(bought - 1000) < 20)
  }
}
