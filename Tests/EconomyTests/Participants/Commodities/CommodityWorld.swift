import Quantities

@testable import Economy

/// Small worlds of oil and of the Hong Kong dollar, without news unless a test wants some.
enum CommodityWorld {
  static let catalogue = ParticipantCatalogue.standard.adding(GapPublisher.self)

  /// The default's oil with other stocks and numbers, one bar a day.
  static func oil(
    stocks: Double = 420e6,
    numbers: [String: [String: Double]] = [:],
    gap: Double? = nil,
    without: Set<String> = ["news"],
    days: Int,
    barsPerDay: Int = 1,
    absent: Set<String> = [],
    seed: UInt64 = 1
  ) throws -> World {
    var coins = DefaultWorld.oilCoins
    coins[0].holders = [CoinPlan.Holder("RLP", stocks)]
    var participants = DefaultWorld.oilParticipants.filter { !absent.contains($0.name) }
    for place in participants.indices {
      participants[place].numbers = numbers[participants[place].name] ?? [:]
    }
    if let gap {
      participants.append(
        ParticipantPlan("gap_publisher", "statistics", numbers: ["gap_percent": gap])
      )
    }
    let plan = WorldPlan(
      start: WorldPlan.standardStart,
      barsPerDay: barsPerDay,
      coins: coins,
      markets: DefaultWorld.oilMarkets,
      participants: participants,
      without: without,
      residualProvider: [.init("deposits", 1e12, from: "HN")]
    )
    let world = try World(plan, catalogue: catalogue, seed: seed, run: 0)
    try world.run(days: days)
    return world
  }

  /// The default's Hong Kong with other participants and shocks, 24 bars a day.
  static func hongKong(
    numbers: [String: [String: Double]] = [:],
    words: [String: [String: String]] = ["southbound investors": ["abroad": ""]],
    shocks: [WorldShock] = [],
    without: Set<String> = ["news"],
    days: Int,
    absent: Set<String> = [],
    seed: UInt64 = 1,
    newsVolatility: Double? = nil
  ) throws -> World {
    var participants = DefaultWorld.hongKongParticipants.filter { !absent.contains($0.name) }
    for place in participants.indices {
      participants[place].numbers = numbers[participants[place].name] ?? [:]
      participants[place].words = words[participants[place].name] ?? [:]
    }
    var markets =
      DefaultWorld.hongKongMarkets + DefaultWorld.markets.filter { $0.name == "SPX shares" }
    if let newsVolatility {
      markets[0].value = .news(annualVolatility: newsVolatility, common: 0)
    }
    let plan = WorldPlan(
      start: WorldPlan.standardStart,
      barsPerDay: 24,
      coins: DefaultWorld.hongKongCoins,
      claims: DefaultWorld.hongKongClaims,
      markets: markets,
      participants: participants,
      shocks: shocks,
      without: without,
      residualProvider: [.init("deposits", 1e12, from: "HN")]
    )
    let world = try World(plan, catalogue: catalogue, seed: seed, run: 0)
    try world.run(days: days)
    return world
  }
}

/// A participant of tests: publishes an output gap on the first day.
struct GapPublisher: Participant {
  static let kind = ParticipantKind(
    id: "gap_publisher",
    summary: "Publishes an output gap.",
    systems: [],
    parameters: [
      ParameterDeclaration("gap_percent", 0, in: -100...100, "the gap", basis: "test")
    ],
    stages: [.capacity]
  )

  private let figure: FigureID
  private let gap: Double

  init(_ plan: ParticipantPlan, _ setup: inout WorldSetup) throws(WorldError) {
    figure = setup.figure(named: "output gap")
    gap = setup.number("gap_percent")
  }

  mutating func act(_ view: ParticipantView, _ intents: inout IntentList) {
    intents.publish(figure, gap)
  }
}
