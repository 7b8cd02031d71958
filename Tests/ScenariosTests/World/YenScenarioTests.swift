import Economy
import Quantities
import Testing

@testable import Scenarios

/// The built-in scenario: one shock from the yen to bills, and the links without which it does not get there.
@Suite("Scenario yen")
struct YenScenarioTests {
  private func world(
    without: Set<String> = [],
    change: (inout WorldPlan) -> Void = { _ in }
  ) throws -> World {
    let scenario = try BuiltInScenarios.scenario(named: "yen")
    var plan = scenario.plan
    plan.without.formUnion(without)
    change(&plan)
    let world = try World(plan, catalogue: .standard, seed: 1, run: 0)
    try world.run(days: scenario.days)
    return world
  }

  /// The chains that end in a forced order in bills and begin with the yen's rise, the effect first.
  private func chains(_ world: World) throws -> [[CauseEvent]] {
    let bills = Int32(try #require(world.market(named: "bills")).index)
    let yen = Int32(try #require(world.market(named: "yen")).index)
    return world.causes.events.indices.filter {
      world.causes.events[$0].kind == .forcedOrder && world.causes.events[$0].place == bills
    }.map { world.causes.chain(from: CauseID(index: Int32($0))).map { world.causes[$0] } }
      .filter { $0.last?.kind == .shock && $0.last?.place == yen }
  }

  @Test(
    "the longest chain goes from bills through redemptions, liquidations and a carry fund to the yen"
  )
  func path() throws {
    let world = try world()
    let longest = try #require(try chains(world).max { $0.count < $1.count })
    let kinds = longest.map(\.kind)
    #expect(Array(kinds.prefix(3)) == [.forcedOrder, .consequence, .forcedRedemption])
    let liquidation = try #require(kinds.firstIndex(of: .liquidation))
    let sale = try #require(
      longest.lastIndex {
        $0.kind == .forcedOrder
          && world.participantKinds[Int($0.participant)] == YenCarryFund.kind.id
      }
    )
    #expect(liquidation < sale)
    #expect(world.causes.orphanCount == 0)
  }

  @Test(
    "without any one link no bill is sold because of the yen",
    arguments: ["yen_carry", "stablecoin_run", "reserve_bills"]
  )
  func links(mechanism: String) throws {
    #expect(try chains(world(without: [mechanism])).isEmpty)
  }

  @Test("without leverage nobody is liquidated, and less of the stablecoins goes home")
  func leverage() throws {
    let whole = try world()
    let unlevered = try world(without: ["leverage"])
    #expect(!unlevered.causes.events.contains { $0.kind == .liquidation })
    #expect(try tokens(whole) < tokens(unlevered))
  }

  @Test("with the size that lenders' statistics support the path ends before stablecoins")
  func supportedSize() throws {
    let scenario = try BuiltInScenarios.scenario(named: "default")
    let world = try world { plan in
      for place in plan.participants.indices {
        let name = plan.participants[place].name
        guard let standard = scenario.plan.participants.first(where: { $0.name == name }) else {
          continue
        }
        if [YenCarryFund.kind.id, StablecoinHolder.kind.id].contains(standard.kind) {
          plan.participants[place] = standard
        }
      }
    }
    #expect(try chains(world).isEmpty)
    #expect(!world.causes.events.contains { $0.kind == .forcedRedemption })
    let carry = try #require(world.participantNames.firstIndex(of: "carry fund 1"))
    #expect(world.days.contains { $0.forced[carry] > 10e9 })
  }

  private func tokens(_ world: World) throws -> Int64 {
    let tokens = try #require(world.ledger.instrument(named: "stablecoins"))
    return world.ledger.outstanding(tokens).units
  }
}
