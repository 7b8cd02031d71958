import Quantities

@testable import Economy

/// Small worlds of one or a few participants for the tests of venues, holders and pools.
enum VenueWorld {
  static let catalogue = ParticipantCatalogue([
    NoiseTraders.self, MarketMaker.self, Whale.self, WhaleTail.self, SovereignAccumulator.self,
    Miner.self, ExchangeOperator.self, ExchangeCustomers.self, LendingPoolParticipant.self,
  ])

  /// A plan with two coins and no news of its own, so that only what a test does moves a price.
  static func plan(
    _ participants: [ParticipantPlan],
    shocks: [WorldShock] = [],
    without: Set<String> = [],
    bars: Int = 96,
    start: (year: Int, month: Int, day: Int) = (2025, 11, 21)
  ) throws -> WorldPlan {
    var plan = WorldPlan(start: try day(start.year, start.month, start.day))
    plan.barsPerDay = bars
    plan.coins = [
      .ether([.init("RLP", 60e6), .init("RETAIL", 40e6)])
    ]
    plan.markets = [
      .bitcoin,
      .ether,
    ]
    plan.residualProvider = [.init("deposits", 100e9, from: "HN")]
    plan.participants = participants
    plan.shocks = shocks
    plan.without = without.union(["news"])
    return plan
  }

  private static func day(_ year: Int, _ month: Int, _ day: Int) throws -> Day {
    guard let date = Day(year: year, month: month, day: day) else {
      throw WorldError.invalid(
        field: "start",
        value: "\(year)-\(month)-\(day)",
        expected: "a date",
        known: []
      )
    }
    return date
  }

  static func world(_ plan: WorldPlan, days: Int, seed: UInt64 = 1) throws -> World {
    let world = try World(plan, catalogue: catalogue, seed: seed, run: 0)
    try world.run(days: days)
    return world
  }
}
