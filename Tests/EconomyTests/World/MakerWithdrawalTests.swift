import Exchange
import Testing

@testable import Economy

@Suite("A withdrawal of one market maker")
struct MakerWithdrawalTests {
  /// Two market makers with equal shares of one market.
  private func plan(_ target: String, size: Double) -> WorldPlan {
    LeverWorld.plan { plan in
      // News well above the reference volatility, so that depth is nowhere at its highest.
      plan.without = []
      plan.markets[0].dailyVolatility = 0.005
      plan.participants = ["maker 1", "maker 2"].map {
        ParticipantPlan(
          "market_maker",
          $0,
          numbers: ["depth_share": 0.5, "opening_short_usd": 0],
          endowments: [.init("BTC", 1_000, from: "RLP"), .init("stablecoins", 1e8, from: "RLP")]
        )
      }
      plan.shocks = [
        WorldShock(.makerWithdrawal, name: "leave", day: 1, hours: 24, target: target, size: size)
      ]
    }
  }

  private func depth(_ target: String, size: Double) throws -> Double {
    let world = try World(
      plan(target, size: size),
      catalogue: ParticipantCatalogue([MarketMaker.self]),
      seed: 1,
      run: 0
    )
    try world.checkShockTargets()
    try world.run(days: 2)
    return world.days[1].markets[0].depth
  }

  @Test("takes away its own share and nobody else's")
  func share() throws {
    let calm = try depth("maker 1", size: 1)
    let one = try depth("maker 1", size: 0.2)
    let all = try depth("", size: 0.2)
    #expect(calm < 1)
    // A_floor stays whoever leaves.
    let floor = DepthRule(referenceVolatility: 0.01).floor
    #expect(abs((one - floor) / (calm - floor) - 0.6) < 1e-6)
    #expect(abs((all - floor) / (calm - floor) - 0.2) < 1e-6)
  }

  @Test("of somebody who makes no market is refused with those who do")
  func stranger() throws {
    var plan = plan("maker 1", size: 0.2)
    plan.shocks[0].market = "BTC"
    let catalogue = ParticipantCatalogue([MarketMaker.self])
    let world = try World(plan, catalogue: catalogue, seed: 1, run: 0)
    try world.checkShockTargets()
    plan.shocks[0].target = "maker 3"
    let other = try World(plan, catalogue: catalogue, seed: 1, run: 0)
    let error = #expect(throws: WorldError.self) { try other.checkShockTargets() }
    guard case .invalid(let field, _, _, let known) = try #require(error) else { return }
    #expect(field == "shocks.leave.target")
    #expect(known == ["maker 1", "maker 2"])
  }
}
