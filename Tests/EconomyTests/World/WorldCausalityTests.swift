import Economy
import Quantities
import Testing

@Suite("Everything forced in a world has a cause")
struct WorldCausalityTests {
  private static let catalogue = ParticipantCatalogue([NoiseTraders.self, RetailCohort.self])

  private static func plan(without: Set<String> = []) -> WorldPlan {
    var plan = WorldPlan(start: Day(daysSince1970: 20_413))
    plan.barsPerDay = 24
    plan.without = without.union(["news"])
    plan.markets = [
      .roundBitcoin
    ]
    plan.perpetuals = [PerpetualPlan("BTC")]
    plan.participants = [
      ParticipantPlan(
        "retail_cohort",
        "retail",
        numbers: [
          "base_leverage": 25, "opening_notional_usd": 2e10, "opening_rate_per_day": 0,
          "closing_rate_per_day": 0, "top_up_share": 0,
        ],
        words: ["tiers": "BTC"],
        endowments: [.init("stablecoins", 1e10, from: "RETAIL")]
      )
    ]
    plan.shocks = [
      WorldShock(
        .sale,
        name: "outflow",
        day: 1,
        hours: 1,
        market: "BTC",
        target: "WHALE",
        size: 2e9
      )
    ]
    return plan
  }

  private func world(without: Set<String> = []) throws -> World {
    let world = try World(
      Self.plan(without: without),
      catalogue: Self.catalogue,
      seed: 1,
      run: 0
    )
    try world.run(days: 2)
    return world
  }

  @Test("Every liquidation of an outflow leads back to the outflow")
  func chains() throws {
    let world = try world()
    let liquidations = world.causes.events.indices.filter {
      world.causes.events[$0].kind == .liquidation
    }
    #expect(!liquidations.isEmpty)
    for place in liquidations {
      let chain = world.causes.chain(from: CauseID(index: Int32(place)))
      let root = world.causes[try #require(chain.last)]
      #expect(root.kind == .shock)
      #expect(chain.dropLast().allSatisfy { !world.causes[$0].kind.isRoot })
    }
  }

  @Test("Without leverage nothing is forced, and the fall is what the outflow alone does")
  func control() throws {
    let treated = try world()
    let control = try world(without: ["leverage"])
    #expect(control.days.allSatisfy { $0.perpetuals[0].liquidationCount == 0 })
    #expect(!control.causes.events.contains { !$0.kind.isRoot })
    #expect(treated.days[1].markets[0].close < control.days[1].markets[0].close)
    #expect(treated.days[0].hash == control.days[0].hash)
  }
}
