import Quantities

@testable import Economy

/// Worlds of the Treasury, the central bank and the curve between them.
enum OfficialWorld {
  static let catalogue = ParticipantCatalogue([
    CentralBank.self, Treasury.self, BondCurve.self, Official.self,
  ])

  /// A plan of one bar a day whose markets have no news.
  static func plan(
    bank: [String: String] = ["balance_sheet": "hold"],
    bankNumbers: [String: Double] = [:],
    treasury: [String: Double] = [:],
    without: Set<String> = []
  ) -> WorldPlan {
    var plan = WorldPlan(start: WorldPlan.standardStart, barsPerDay: 1)
    plan.markets = DefaultFundingWorld.markets
    plan.residualProvider = DefaultFundingWorld.residualProvider
    plan.participants = [
      ParticipantPlan("central_bank", "central bank", numbers: bankNumbers, words: bank),
      ParticipantPlan("treasury", "treasury", numbers: treasury),
      ParticipantPlan("bond_curve", "curve"),
    ]
    plan.without = without
    return plan
  }

  static func world(_ plan: WorldPlan, days: Int) throws -> World {
    let world = try World(plan, catalogue: catalogue, seed: 1, run: 0)
    try world.run(days: days)
    return world
  }
}
