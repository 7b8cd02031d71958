import Testing

@testable import Economy

@Suite("holders of funds after a theft")
struct HackRiskOffTests {
  private static let catalogue = ParticipantCatalogue([
    ETFIssuer.self, ExchangeOperator.self, InstitutionalAllocator.self,
  ])

  private static func world(
    watching exchanges: String = "exchange A",
    loss: Double = 1e9,
    without: Set<String> = [],
    days: Int = 9
  ) throws -> World {
    var plan = try FundWorld.plan(
      [
        FundWorld.issuer(),
        ParticipantPlan(
          "exchange_operator",
          "exchange A",
          numbers: ["custody_units": 60_000],
          endowments: [
            .init("stablecoins", 5e9, from: "EXC"), .init("BTC", 60_000, from: "RETAIL"),
          ]
        ),
        ParticipantPlan(
          "institutional_allocator",
          "platform",
          numbers: ["mandate_share": 0, "hack_sale_usd_per_usd": 0.1],
          words: ["crypto": "IBIT shares", "exchanges": exchanges],
          endowments: [
            .init("IBIT shares", 20_000, from: "INST"), .init("bills", 20e9, from: "INST"),
          ]
        ),
      ],
      without: without.union(["exchange_hacks", "etf_fees", "rebalancing", "loss_waterfall"])
    )
    if loss > 0 {
      plan.shocks = [
        WorldShock(
          .hack,
          name: "theft",
          day: 0,
          hour: 4,
          market: "BTC",
          target: "exchange A",
          size: loss
        )
      ]
    }
    let world = try World(plan, catalogue: catalogue, seed: 1, run: 0)
    try world.run(days: days)
    return world
  }

  @Test("it sells a sum per dollar stolen, evenly over five sessions, and nothing forces it")
  func sells() throws {
    let world = try Self.world()
    // Decided at the close of Monday; Thursday is a holiday, days 5 and 6 a weekend.
    let flows = try world.days.indices.map { try world.flow(of: "platform", day: $0) }
    for day in [1, 2, 4, 7, 8] {
      #expect(abs(flows[day] / -20e6 - 1) < 0.02, "\(day): \(flows[day])")
    }
    for day in [0, 3, 5, 6] { #expect(flows[day] == 0) }
    #expect(try world.rootKinds(ofForcedActsBy: "platform").isEmpty)
    #expect(world.causes.orphanCount == 0)
  }

  @Test(
    "who watches no exchange, reads of no theft or has it switched off sells nothing",
    arguments: 0..<3
  )
  func off(case number: Int) throws {
    let world =
      switch number {
      case 0: try Self.world(watching: "")
      case 1: try Self.world(loss: 0)
      default: try Self.world(without: ["hack_risk_off"])
      }
    #expect(try world.days.indices.allSatisfy { try world.flow(of: "platform", day: $0) == 0 })
  }
}
