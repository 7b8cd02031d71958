import Exchange
import Quantities
import Testing

@testable import Economy

@Suite("Policy levers of a world")
struct WorldLeverTests {
  @Test("300 random worlds with random levers keep I1–I7 and leave no orphan", arguments: 0..<6)
  func randomWorlds(fifty: Int) throws {
    for number in (fifty * 50)..<((fifty + 1) * 50) {
      var plan = RandomWorld(number: UInt64(number)).plan
      LeverWorld.draw(UInt64(number), into: &plan)
      let world = try LeverWorld.run(plan)
      #expect(world.causes.orphanCount == 0, "world \(number)")
      let again = try LeverWorld.run(plan)
      #expect(world.days.map(\.hash) == again.days.map(\.hash), "world \(number)")
    }
  }

  // MARK: - Tier tables

  @Test("a table of one row is the flat rate, byte for byte")
  func oneRow() throws {
    let flat = try LeverWorld.run(LeverWorld.plan())
    let table = try LeverWorld.run(
      LeverWorld.plan {
        $0.perpetuals[0].tiers = [
          TierPlan(notionalCap: nil, leverageCap: 100, maintenanceRate: 0.005)
        ]
      }
    )
    #expect(flat.days == table.days)
  }

  @Test(
    "a cap below the opening book's leverage shrinks it to what the collateral backs",
    arguments: [1.0, 1.5, 2.5]
  )
  func backedOpening(cap: Double) throws {
    let plan = LeverWorld.plan {
      $0.perpetuals[0].leverageCap = cap
      $0.perpetuals[0].maintenanceRate = 0.004
    }
    let world = try World(plan, catalogue: LeverWorld.catalogue, seed: 1, run: 0)
    for cut in world.openingCuts {
      #expect(cut.opened < cut.wanted)
      let held = try world.units("stablecoins", of: cut.participant)
      #expect(cut.opened <= cap * held * (1 + 1e-9))
    }
    #expect(world.openingCuts.isEmpty == (cap > 2))
    let loose = try LeverWorld.run(LeverWorld.plan())
    #expect(loose.openingCuts.isEmpty)
  }

  private func tiered(accounts: Double) throws -> World {
    try LeverWorld.run(
      LeverWorld.plan(accounts: accounts) {
        $0.perpetuals[0].tiers = [
          TierPlan(notionalCap: 50_000, leverageCap: 100, maintenanceRate: 0.005),
          TierPlan(notionalCap: nil, leverageCap: 3, maintenanceRate: 0.1),
        ]
      }
    )
  }

  @Test("small accounts keep their leverage under a table, large ones are held to less")
  func notional() throws {
    let small = try tiered(accounts: 1_000_000)
    let large = try tiered(accounts: 1_000)
    let flat = try LeverWorld.run(LeverWorld.plan())
    #expect(small.days[2].markets == flat.days[2].markets, "20 000 dollars are in the first tier")
    #expect(flat.days[1].perpetuals[0].liquidationCount > 0)
    #expect(large.days.allSatisfy { $0.perpetuals[0].liquidationCount == 0 })
    #expect(large.days[1].markets[0].close > flat.days[1].markets[0].close)
  }

  @Test("a position beyond the last cap is refused before the world opens")
  func lastCap() throws {
    let plan = LeverWorld.plan(accounts: 1_000) {
      $0.perpetuals[0].tiers = [
        TierPlan(notionalCap: 1e6, leverageCap: 100, maintenanceRate: 0.005)
      ]
    }
    let error = #expect(throws: WorldError.self) { try LeverWorld.run(plan) }
    let text = try #require(error).description
    #expect(text.hasPrefix("perpetuals.BTC.tiers: got a position of retail beyond"), "\(text)")
  }

  @Test(
    "a table that does not rise names its field",
    arguments: [
      (5e4, 50.0, 0.01, "tiers[1].notional_cap_usd"), (2e5, 200.0, 0.004, "tiers[1].leverage_cap"),
      (2e5, 50.0, 0.001, "tiers[1].maintenance_margin_rate"),
      (2e5, 50.0, 0.03, "tiers[1].maintenance_margin_rate"),
    ]
  )
  func badTable(cap: Double, leverage: Double, rate: Double, field: String) throws {
    let plan = LeverWorld.plan {
      $0.perpetuals[0].tiers = [
        TierPlan(notionalCap: 1e5, leverageCap: 100, maintenanceRate: 0.005),
        TierPlan(notionalCap: cap, leverageCap: leverage, maintenanceRate: rate),
      ]
    }
    let error = #expect(throws: WorldError.self) { try LeverWorld.run(plan) }
    #expect(try #require(error).description.hasPrefix("perpetuals.BTC.\(field): got "))
  }

  // MARK: - Auto-deleveraging

  @Test("the rule of auto-deleveraging says who pays, and nothing where the fund pays all")
  func deleveraging() throws {
    func world(_ rule: Int, fund: Double) throws -> World {
      var plan = RandomWorld(number: 3).plan
      plan.shocks = [
        WorldShock(
          .news,
          name: "fall",
          day: 1,
          market: "BTC",
          target: "RETAIL",
          size: -0.2
        )
      ]
      for place in plan.perpetuals.indices {
        plan.perpetuals[place].insuranceFund = fund
        plan.perpetuals[place].autoDeleverages = rule > 0
        plan.perpetuals[place].deleveragingRule = rule == 2 ? .proRata : .ranked
      }
      return try LeverWorld.run(plan)
    }
    let rich = try (0...2).map { try world($0, fund: 5e9) }
    #expect(rich[0].days.map(\.hash) == rich[1].days.map(\.hash))
    #expect(rich[1].days.map(\.hash) == rich[2].days.map(\.hash))
    for rule in 0...2 { #expect(try world(rule, fund: 0).causes.orphanCount == 0) }
  }
}
