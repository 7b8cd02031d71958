import Quantities
import Testing

@testable import Economy

/// A small world of one coin, a fund or two, and whoever a test adds; no news, so that a price moves only
/// by trades and shocks.
enum FundWorld {
  static let catalogue = ParticipantCatalogue([
    AuthorisedParticipant.self, BasisFund.self, ETFIssuer.self, FundingArbitrageur.self,
    InstitutionalAllocator.self, ScriptedTrader.self,
  ])

  /// A Monday.
  static let start = Day(year: 2025, month: 11, day: 24)

  static func plan(
    _ participants: [ParticipantPlan],
    start: Day? = FundWorld.start,
    perpetual: Bool = false,
    shocks: [WorldShock] = [],
    without: Set<String> = []
  ) throws -> WorldPlan {
    WorldPlan(
      start: try #require(start),
      barsPerDay: 24,
      markets: [
        MarketPlan(
          "BTC",
          price: 85_129.43,
          value: .news(annualVolatility: 0.28, common: 0),
          dailyVolume: 90e9,
          dailyVolatility: 0.024
        ),
        MarketPlan(
          "SPX shares",
          price: 1,
          value: .news(annualVolatility: 0.15, common: 0),
          hours: .newYork,
          dailyVolume: 500e9,
          dailyVolatility: 0.01
        ),
      ],
      perpetuals: perpetual ? [PerpetualPlan("BTC", premiumDepthShare: 0.02)] : [],
      participants: participants,
      shocks: shocks,
      without: without.union(["news"]),
      residualProvider: [
        .init("deposits", 60e9, from: "INST"), .init("ETF shares", 60_000, from: "INST"),
      ]
    )
  }

  static func world(
    _ participants: [ParticipantPlan],
    start: Day? = FundWorld.start,
    perpetual: Bool = false,
    shocks: [WorldShock] = [],
    without: Set<String> = [],
    days: Int = 0
  ) throws -> World {
    let world = try World(
      try plan(
        participants,
        start: start,
        perpetual: perpetual,
        shocks: shocks,
        without: without
      ),
      catalogue: catalogue,
      seed: 1,
      run: 0
    )
    try world.run(days: days)
    return world
  }

  static func issuer(
    _ name: String = "IBIT",
    coins: Double = 780_000,
    numbers: [String: Double] = [:]
  ) -> ParticipantPlan {
    var numbers = numbers
    numbers["holdings_coins"] = coins
    numbers["share_volume_usd_per_day"] = numbers["share_volume_usd_per_day"] ?? 4e9
    return ParticipantPlan("etf_issuer", name, numbers: numbers)
  }

  static func dealer(
    _ name: String = "dealer",
    numbers: [String: Double] = [:]
  ) -> ParticipantPlan {
    ParticipantPlan(
      "authorised_participant",
      name,
      numbers: ["arbitrage_share": 1].merging(numbers) { $1 },
      words: ["funds": "IBIT shares"],
      endowments: [
        .init("IBIT shares", 2_500, from: "INST"), .init("BTC", 2_500, from: "RLP"),
        .init("deposits", 5e8, from: "INST"),
      ]
    )
  }

  /// A trader who sends the same order in every bar of some days while the market is open.
  static func trader(
    _ act: String,
    market: String,
    dollarsPerBar: Double,
    days: ClosedRange<Int>,
    endowments: [ParticipantPlan.Endowment]
  ) -> ParticipantPlan {
    ParticipantPlan(
      "scripted_trader",
      "trader",
      numbers: [
        "dollars_per_bar": dollarsPerBar, "first_day": Double(days.lowerBound),
        "last_day": Double(days.upperBound),
      ],
      words: ["act": act, "market": market],
      endowments: endowments
    )
  }
}
