import Quantities
import Testing

@testable import Economy

@Suite("basis fund")
struct BasisFundTests {
  private func fund(numbers: [String: Double] = [:], deposits: Double = 0.9e9) -> ParticipantPlan {
    ParticipantPlan(
      "basis_fund",
      "fund",
      numbers: numbers,
      words: ["long_legs": "IBIT shares"],
      endowments: [
        .init("IBIT shares", 18_000, from: "INST"), .init("deposits", deposits, from: "INST"),
      ]
    )
  }

  private func world(
    basis: Double = 0.045,
    numbers: [String: Double] = [:],
    deposits: Double = 0.9e9,
    shocks: [WorldShock] = [],
    without: Set<String> = [],
    days: Int
  ) throws -> World {
    var plan = try FundWorld.plan(
      [FundWorld.issuer(), FundWorld.dealer(), fund(numbers: numbers, deposits: deposits)],
      shocks: shocks,
      without: without.union(["etf_fees"])
    )
    plan.futureBasis = basis
    let world = try World(plan, catalogue: FundWorld.catalogue, seed: 1, run: 0)
    try world.run(days: days)
    return world
  }

  private func short(_ world: World) throws -> Double {
    -(try world.units("BTC future", of: "fund"))
  }

  @Test("it opens hedged, and 97 % of the long leg is owed to the broker")
  func opensHedged() throws {
    let world = try world(days: 0)
    #expect(try short(world) == 18_000)
    #expect(abs(try world.units("fund loan", of: "DLR") - 0.97 * 18_000 * 85_129.43) < 1)
  }

  @Test("the required carry is 5 %")
  func requiresFivePercent() throws {
    let rule = try basisRule()
    #expect(abs(rule.required - 0.05) < 5e-4)
  }

  private func basisRule() throws -> CarryRule {
    CarryRule(
      capacity: 5e9,
      required: 0.046 * 0.97 + 0.002_5 + 0.003,
      width: 0.04,
      entry: 0.05,
      exit: 0.15,
      urgency: 0.01
    )
  }

  @Test(
    "below the break-even 15 % go in a session, 30 % one point lower",
    arguments: [
      (0.045, 0.15), (0.035, 0.3),
    ]
  )
  func unwinds(basis: Double, share: Double) throws {
    // Decided at the first day's close, traded on the second.
    let world = try world(basis: basis, days: 2)
    let interest = world.days.map { $0.futureOpenInterests[0] }
    #expect(abs(interest[1] / interest[0] - (1 - share)) < 0.01, "what the record says of it")
    let left = try short(world) / 18_000
    #expect(abs(left - (1 - share)) < 0.005, "\(left)")
    #expect(abs(try world.units("IBIT shares", of: "fund") / (try short(world)) - 1) < 0.002)
  }

  @Test("above it 5 % of the gap to the ramp's target are added, up to its capital")
  func enters() throws {
    let world = try world(basis: 0.09, deposits: 3e9, days: 2)
    let opening = 18_000 * 85_129.43
    let target = 5e9 * (0.09 - 0.050_12) / 0.04
    let expected = opening + 0.05 * (target - opening)
    let position = try short(world) * 85_129.43
    #expect(abs(position / expected - 1) < 0.005, "\(position) against \(expected)")
  }

  @Test(
    "both legs are neutral: an unwind moves the coin by less than half of what a sale alone does"
  )
  func isNeutral() throws {
    let unwound = try world(days: 2)
    let coin = try #require(unwound.markets.firstIndex { $0.plan.name == "BTC" })
    let bought = 0.15 * 18_000 * 85_129.43
    let flows = unwound.days[1].markets[coin].flowByTag
    #expect(flows[Int(IntentTag.directional.rawValue)] == 0)
    #expect(flows[Int(IntentTag.forced.rawValue)] == 0)
    // The future bought back and the coins the dealer sells for the shares meet in the same market.
    #expect(abs(flows[Int(IntentTag.neutral.rawValue)]) < 0.5 * bought)
    let sale = FundWorld.trader(
      "spot",
      market: "BTC",
      dollarsPerBar: -bought / 24,
      days: 1...1,
      endowments: [.init("BTC", 10_000, from: "RLP")]
    )
    let sold = try FundWorld.world([sale], days: 2)
    let alone = try sold.price("BTC") / 85_129.43 - 1
    let move = try unwound.price("BTC") / 85_129.43 - 1
    #expect(alone < 0)
    #expect(abs(move) < 0.5 * abs(alone), "\(move) against \(alone)")
  }

  @Test("a rise that uses up its cash forces both legs, and the shock is why")
  func isForcedByARise() throws {
    let rise = WorldShock(.news, name: "rise", day: 1, hour: 2, market: "BTC", size: 0.3)
    let world = try world(basis: 0.06, shocks: [rise], days: 3)
    #expect(world.days[1].forced[try world.place("fund")] > 1e8)
    #expect(try short(world) < 17_000)
    #expect(abs(try world.units("IBIT shares", of: "fund") / (try short(world)) - 1) < 0.05)
    let roots = try world.rootKinds(of: .forcedOrder, by: "fund")
    #expect(!roots.isEmpty)
    #expect(roots.allSatisfy { $0 == .shock })
    #expect(world.causes.orphanCount == 0)
    #expect(world.unsecuredDebts.isEmpty)
  }

  @Test("with the mechanism off neither a low basis nor a rise closes anything")
  func isGoneWhenOff() throws {
    let rise = WorldShock(.news, name: "rise", day: 1, hour: 2, market: "BTC", size: 0.3)
    let world = try world(shocks: [rise], without: ["basis_unwind"], days: 3)
    #expect(try short(world) == 18_000)
    #expect(try world.units("IBIT shares", of: "fund") == 18_000)
    #expect(world.days.allSatisfy { $0.forced.allSatisfy { $0 == 0 } })
  }

  @Test("it pays its broker and is the same twice")
  func isDeterministic() throws {
    let first = try world(days: 5)
    let second = try world(days: 5)
    #expect(first.days.map(\.hash) == second.days.map(\.hash))
    let owed = try first.units("fund loan", of: "DLR")
    let financed = 0.97 * (try first.units("IBIT shares", of: "fund")) * (try first.price("BTC"))
    #expect(abs(owed / financed - 1) < 0.01)
  }

  @Test("a broker that finances less of a volatile coin closes both legs alike, by force")
  func haircut() throws {
    let fall = WorldShock(.news, name: "fall", day: 3, hour: 18, market: "BTC", size: -0.12)
    let numbers = ["haircut_quantile": 5.0]
    let called = try world(numbers: numbers, shocks: [fall], without: ["basis_entry"], days: 9)
    let fixed = try world(shocks: [fall], without: ["basis_entry"], days: 9)
    let control = try world(
      numbers: numbers,
      shocks: [fall],
      without: ["basis_entry", "broker_haircut"],
      days: 9
    )
    #expect(try short(called) < 0.95 * short(fixed))
    #expect(abs(try short(called) - called.units("IBIT shares", of: "fund")) < 20)
    #expect(called.causes.orphanCount == 0)
    #expect(try !called.rootKinds(of: .forcedOrder, by: "fund").isEmpty)
    #expect(control.days.map(\.hash) == fixed.days.map(\.hash))
  }
}
