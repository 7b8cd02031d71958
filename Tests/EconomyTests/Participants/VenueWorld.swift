import Economy
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
      CoinPlan(
        "ETH",
        price: 2800,
        quantityDecimals: 8,
        holders: [.init("RLP", 60e6), .init("RETAIL", 40e6)]
      )
    ]
    plan.markets = [
      MarketPlan(
        "BTC",
        price: 85_129.43,
        value: .news(annualVolatility: 0.28, common: 0.3),
        dailyVolume: 90e9,
        dailyVolatility: 0.024
      ),
      MarketPlan(
        "ETH",
        price: 2800,
        value: .news(annualVolatility: 0.4, common: 0.3),
        dailyVolume: 40e9,
        dailyVolatility: 0.035
      ),
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

extension World {
  /// A published figure by its name.
  func value(of name: String) throws -> Double {
    guard let place = figureNames.firstIndex(of: name) else {
      throw WorldError.invalid(field: "figure", value: name, expected: "a name", known: figureNames)
    }
    return figures[place]
  }

  /// What an account holds, smallest quantities.
  func units(_ instrument: String, of account: String) throws -> Int64 {
    guard let holder = ledger.account(named: account),
      let what = ledger.instrument(named: instrument)
    else {
      throw WorldError.invalid(field: instrument, value: account, expected: "names", known: [])
    }
    return ledger.holding(of: holder, in: what).units
  }

  /// What an issuer owes, or how much of an asset exists, smallest quantities.
  func outstanding(_ instrument: String) throws -> Int64 {
    guard let what = ledger.instrument(named: instrument) else {
      throw WorldError.invalid(field: "instrument", value: instrument, expected: "name", known: [])
    }
    return ledger.outstanding(what).units
  }

  /// The roots of everything that was forced on a participant.
  func roots(ofForcedActsBy name: String) -> Set<CauseKind> {
    guard let place = roster.firstIndex(where: { $0.name == name }) else { return [] }
    var roots: Set<CauseKind> = []
    for (index, event) in causes.events.enumerated()
    where Int(event.participant) == place && !event.kind.isRoot {
      let chain = causes.chain(from: CauseID(index: Int32(index)))
      if let root = chain.last { roots.insert(causes[root].kind) }
    }
    return roots
  }

  /// Signed dollars ordered by a participant on a day.
  func flow(of name: String, day: Int) -> Double {
    roster.firstIndex { $0.name == name }.map { days[day].flows[$0] } ?? .nan
  }
}
