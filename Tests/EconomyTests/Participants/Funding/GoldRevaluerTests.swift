import Quantities
import Testing

@testable import Economy

@Suite("Gold revalued in a world")
struct GoldRevaluerTests {
  private static let gain: Int64 = 7_525_358_039_666_428

  @Test("certificates and account rise by the exact gain, and the gold stays")
  func postings() throws {
    let world = try world(["spent_share": 0])
    let before = try self.world(without: ["gold_revaluation"])
    for (name, account) in [("gold certificates", "FED"), ("TGA", "TSY")] {
      #expect(try units(name, account, world) - units(name, account, before) == Self.gain)
    }
    #expect(try units("gold", "TSY", world) == units("gold", "TSY", before))
    #expect(try units("reserves", "BNK", world) == units("reserves", "BNK", before))
  }

  @Test("what is spent leaves the account and becomes deposits and reserves", arguments: [0.5, 1])
  func spending(share: Double) throws {
    let before = try world(without: ["gold_revaluation"])
    let world = try world(["spent_share": share, "spending_days": 4])
    let spent = try units("deposits", "HN", world) - units("deposits", "HN", before)
    #expect(abs(Double(spent) - share * Double(Self.gain)) <= 4)
    #expect(try units("reserves", "BNK", world) - units("reserves", "BNK", before) == spent)
    #expect(try units("TGA", "TSY", world) - units("TGA", "TSY", before) == Self.gain - spent)
    #expect(world.causes.orphanCount == 0)
  }

  @Test("switched off the world is the same as without it, and a sale needs a market")
  func control() throws {
    let off = try world(without: ["gold_revaluation"])
    var plan = Self.plan([:], without: [])
    plan.participants = []
    let absent = try Self.run(plan)
    for (name, account) in [("TGA", "TSY"), ("reserves", "BNK"), ("deposits", "HN")] {
      #expect(try units(name, account, off) == units(name, account, absent))
    }
    #expect(throws: WorldError.self) { try world(["sold_ounces": 1_000]) }
    let unsold = try world(["sold_ounces": 1_000], without: ["gold_sale"])
    #expect(try units("gold", "TSY", unsold) == units("gold", "TSY", off))
  }

  private func world(
    _ numbers: [String: Double] = [:],
    without: Set<String> = []
  ) throws -> World {
    try Self.run(Self.plan(numbers, without: without))
  }

  private static func run(_ plan: WorldPlan) throws -> World {
    let world = try World(
      plan,
      catalogue: ParticipantCatalogue([GoldRevaluer.self]),
      seed: 1,
      run: 0
    )
    try world.run(days: 14)
    return world
  }

  private static func plan(_ numbers: [String: Double], without: Set<String>) -> WorldPlan {
    var plan = WorldPlan(start: WorldPlan.standardStart, barsPerDay: 1)
    plan.residualProvider = [ParticipantPlan.Endowment("deposits", 1_000e9, from: "HN")]
    plan.participants = [ParticipantPlan("gold_revaluation", "gold", numbers: numbers)]
    plan.without = without
    return plan
  }

  private func units(_ instrument: String, _ account: String, _ world: World) throws -> Int64 {
    let what = try #require(world.ledger.instrument(named: instrument))
    let holder = try #require(world.ledger.account(named: account))
    return world.ledger.holding(of: holder, in: what).units
  }
}
