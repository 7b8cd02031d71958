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
    var plan = WorldPlan.oil(barsPerDay: barsPerDay)
    plan.coins[0].holders = [CoinPlan.Holder("RLP", stocks)]
    plan.without = without
    plan.participants.removeAll { absent.contains($0.name) }
    for place in plan.participants.indices {
      plan.participants[place].numbers = numbers[plan.participants[place].name] ?? [:]
    }
    if let gap {
      plan.participants.append(
        ParticipantPlan("gap_publisher", "statistics", numbers: ["gap_percent": gap])
      )
    }
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
    var plan = WorldPlan.hongKong()
    plan.participants.removeAll { absent.contains($0.name) || $0.kind == "noise_traders" }
    plan.shocks = shocks
    plan.without = without
    for place in plan.participants.indices {
      let name = plan.participants[place].name
      plan.participants[place].numbers = numbers[name] ?? [:]
      plan.participants[place].words = words[name] ?? [:]
    }
    if let newsVolatility, let place = plan.markets.firstIndex(where: { $0.name == "HKD" }) {
      plan.markets[place].value = .news(annualVolatility: newsVolatility, common: 0)
    }
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
