import Economy
import Exchange
import Quantities
import Statistics

/// A cohort of leveraged longs that a sale of the second day hits, and levers on it.
enum LeverWorld {
  static let catalogue = ParticipantCatalogue([NoiseTraders.self, RetailCohort.self])

  static func plan(
    sale: Double = 2e9,
    accounts: Double = 1_000_000,
    noise: Bool = false,
    _ change: (inout WorldPlan) -> Void = { _ in }
  ) -> WorldPlan {
    var plan = WorldPlan(start: Day(daysSince1970: 20_413))
    plan.barsPerDay = 24
    plan.without = ["news"]
    plan.markets = [
      MarketPlan(
        "BTC",
        price: 85_000,
        value: .news(annualVolatility: 0.3, common: 0),
        dailyVolume: 50e9,
        dailyVolatility: 0.025
      )
    ]
    plan.perpetuals = [PerpetualPlan("BTC")]
    plan.participants = [
      ParticipantPlan(
        "retail_cohort",
        "retail",
        numbers: [
          "base_leverage": 25, "opening_notional_usd": 2e10, "opening_rate_per_day": 0,
          "closing_rate_per_day": 0, "top_up_share": 0, "account_count": accounts,
        ],
        words: ["tiers": "BTC"],
        endowments: [.init("stablecoins", 1e10, from: "RETAIL")]
      )
    ]
    if noise {
      plan.participants.append(
        ParticipantPlan(
          "noise_traders",
          "noise",
          endowments: [.init("BTC", 5e5, from: "RLP"), .init("stablecoins", 1e10, from: "RLP")]
        )
      )
    }
    plan.shocks = [
      WorldShock(
        .sale,
        name: "outflow",
        day: 1,
        hours: 3,
        market: "BTC",
        target: "WHALE",
        size: sale
      )
    ]
    change(&plan)
    return plan
  }

  static func run(_ plan: WorldPlan, days: Int = 3) throws -> World {
    let world = try World(plan, catalogue: catalogue, seed: 1, run: 0)
    try world.run(days: days)
    return world
  }

  /// The levers of a random world, drawn from its number.
  static func draw(_ number: UInt64, into plan: inout WorldPlan) {
    var stream = Stream(seed: 11, run: number, purpose: Purpose(rawValue: 0xABCE))
    func breaker() -> CircuitBreaker {
      CircuitBreaker(
        threshold: 0.01 + 0.1 * stream.nextUniform(),
        windowBars: 1 + stream.nextIndex(below: 6),
        pauseBars: 1 + stream.nextIndex(below: 6),
        haltsLiquidations: stream.nextEvent(probability: 0.6)
      )
    }
    for place in plan.markets.indices where stream.nextEvent(probability: 0.6) {
      plan.markets[place].breaker = breaker()
    }
    for place in plan.perpetuals.indices {
      if stream.nextEvent(probability: 0.6) { plan.perpetuals[place].breaker = breaker() }
      if stream.nextEvent(probability: 0.5) {
        plan.perpetuals[place].deleveragingRule = .proRata
        plan.perpetuals[place].insuranceFund = 1e6
      }
      guard stream.nextEvent(probability: 0.6) else { continue }
      plan.perpetuals[place].tiers = [
        TierPlan(notionalCap: 1_000, leverageCap: 50, maintenanceRate: 0.005),
        TierPlan(notionalCap: 20_000, leverageCap: 20, maintenanceRate: 0.01),
        TierPlan(notionalCap: nil, leverageCap: 5, maintenanceRate: 0.05),
      ]
    }
  }
}
