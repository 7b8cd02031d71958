import Quantities
import Testing

@testable import Economy

/// Small worlds of treasury companies and issuers of dollar claims: one or two coins, no news.
enum DollarClaimsWorld {
  static let catalogue = ParticipantCatalogue([
    TreasuryCompany.self, SyntheticDollarIssuer.self, PegArbitrageur.self, StablecoinIssuer.self,
    StablecoinHolder.self,
  ])

  /// A quiet plan: prices move by flow and by what the scenario says.
  static func plan(
    start: Day? = Day(year: 2025, month: 11, day: 24),
    participants: [ParticipantPlan],
    shocks: [WorldShock] = [],
    without: Set<String> = [],
    barsPerDay: Int = 96
  ) throws -> WorldPlan {
    var plan = WorldPlan(start: try #require(start), barsPerDay: barsPerDay)
    plan.coins = [
      .ether([.init("RLP", 60e6), .init("RETAIL", 40e6), .init("SYN", 1.1e6)]),
      CoinPlan("GOV", price: 0.28, holders: [.init("SYN", 3e9), .init("RLP", 5e9)]),
    ]
    plan.markets = [
      .bitcoin,
      .ether,
      MarketPlan(
        "GOV",
        price: 0.28,
        value: .news(annualVolatility: 0.9, common: 0.3),
        dailyVolume: 300e6,
        dailyVolatility: 0.06
      ),
      MarketPlan("bills", price: 1, value: .par, dailyVolume: 200e9, dailyVolatility: 0.000_5),
    ]
    plan.perpetuals = [PerpetualPlan("BTC"), PerpetualPlan("ETH")]
    plan.residualProvider = [
      .init("deposits", 400e9, from: "HN"), .init("bills", 100e9, from: "INST"),
    ]
    plan.participants = participants
    plan.shocks = shocks
    plan.without = without.union(["news"])
    return plan
  }

  static func world(_ plan: WorldPlan, days: Int, seed: UInt64 = 1) throws -> World {
    let world = try World(plan, catalogue: catalogue, seed: seed, run: 0)
    try world.run(days: days)
    return world
  }

  /// A company with coins for 850 m dollars, no debt and a premium that does not move by itself.
  static func company(
    _ name: String = "company",
    numbers: [String: Double] = [:],
    coins: Double = 10_000,
    cash: Double = 0
  ) -> ParticipantPlan {
    let still: [String: Double] = [
      "shares_opening_count": 1e7, "share_volume_usd_per_day": 1e8,
      "premium_reversion_per_day": 0, "premium_issuance_drag": 0, "premium_volatility_per_day": 0,
    ]
    var endowments = [ParticipantPlan.Endowment("BTC", coins, from: "DAT")]
    if cash > 0 { endowments.append(.init("deposits", cash, from: "CRY")) }
    return ParticipantPlan(
      "treasury_company",
      name,
      numbers: still.merging(numbers) { $1 },
      endowments: endowments
    )
  }

  static func synthetic(numbers: [String: Double] = [:]) -> ParticipantPlan {
    ParticipantPlan(
      "synthetic_dollar_issuer",
      "synthetic issuer",
      numbers: numbers,
      endowments: [
        .init("stablecoins", 10e9, from: "SYN"), .init("BTC", 20_000, from: "SYN"),
        .init("ETH", 1_070_000, from: "SYN"), .init("GOV", 3e9, from: "SYN"),
      ]
    )
  }

  static let arbitrageur = ParticipantPlan(
    "peg_arbitrageur",
    "arbitrageur",
    endowments: [.init("stablecoins", 0.5e9, from: "WHALE")]
  )
  static let issuer = ParticipantPlan("stablecoin_issuer", "issuers")
  static let holder = ParticipantPlan(
    "stablecoin_holder",
    "holders",
    endowments: [.init("stablecoins", 40e9, from: "RETAIL")]
  )
}
