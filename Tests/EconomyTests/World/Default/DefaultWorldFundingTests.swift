import Quantities
import Testing

@testable import Economy

/// The funding side inside the default world: books that balance, calm that is calm, and links that can be cut.
@Suite("Funding side of the default world")
struct DefaultWorldFundingTests {
  private func world(
    bars: Int,
    days: Int,
    seed: UInt64 = 1,
    change: (inout WorldPlan) -> Void = { _ in }
  ) throws -> World {
    var plan = WorldPlan.standard()
    plan.barsPerDay = bars
    change(&plan)
    let world = try World(plan, catalogue: .standard, seed: seed, run: 0)
    try world.run(days: days)
    return world
  }

  private func figure(_ name: String, _ world: World) throws -> FigureID {
    try #require(world.figure(named: name), "no figure \(name)")
  }

  @Test("every account is somebody's, and the same world twice has the same bytes")
  func determinism() throws {
    let first = try world(bars: 24, days: 4)
    let second = try world(bars: 24, days: 4)
    #expect(first.days.map(\.hash) == second.days.map(\.hash))
    #expect(first.causes.orphanCount == 0)
    let kinds = Set(first.participantKinds)
    let macro = [
      "central_bank", "treasury", "bond_curve", "cash_lender", "bank", "foreign_bank",
      "foreign_official", "dealer", "relative_value_fund", "household", "firm", "japanese_rates",
      "yen_carry_fund",
    ]
    #expect(kinds.isSuperset(of: macro))
  }

  @Test(
    "in calm SOFR lies between the ON RRP rate and the standing facility's, and nobody is refused"
  )
  func calm() throws {
    let world = try world(bars: 4, days: 30)
    let (low, high) = (
      try figure("ON RRP rate", world), try figure("standing repo rate", world)
    )
    let median = try figure("SOFR", world)
    let funding = try figure("dealer funding", world)
    for day in world.days {
      let rate = day.figures[median.index]
      #expect(rate > day.figures[low.index] && rate < day.figures[high.index], "\(day.date)")
      #expect(day.figures[funding.index] > 1_850e9, "\(day.date)")
    }
    for name in ["dealers", "funds"] {
      let place = try world.place(name)
      #expect(world.days.allSatisfy { $0.forced[place] == 0 }, "\(name)")
    }
    // A tenth up or down in a month is what the Treasury's account and reverse repo take and give.
    let reserves = try world.units("reserves", of: "BNK")
    #expect(reserves > 1_500e9 && reserves < 2_300e9)
  }

  @Test("a broker whose lenders refuse it closes carry funds, because of them")
  func brokerFunding() throws {
    func refused(_ off: Set<String>) throws -> World {
      try world(bars: 4, days: 10) { plan in
        plan.without.formUnion(off.union(["standing_repo"]))
        plan.shocks = [WorldShock(.lenderRefusal, name: "refusal", day: 3, hours: 168, size: 1)]
        for place in plan.participants.indices where plan.participants[place].kind == "dealer" {
          plan.participants[place].numbers["risky_share"] = 0.35
        }
      }
    }
    func forced(_ world: World) throws -> Double {
      let place = try world.place("basis fund 1")
      return world.days.reduce(0) { $0 + $1.forced[place] }
    }
    let whole = try refused([])
    #expect(try forced(whole) > 1e6)
    let place = Int32(try whole.place("basis fund 1"))
    let roots = Set(
      whole.causes.events.indices.filter {
        whole.causes.events[$0].kind == .forcedOrder && whole.causes.events[$0].participant == place
      }.compactMap { whole.causes.chain(from: CauseID(index: Int32($0))).last }.map {
        whole.causes[$0].kind
      }
    )
    #expect(roots == [.shock])
    #expect(try forced(refused(["broker_funding"])) == 0)
  }

  @Test("a broker's loan costs what it costs the dealer overnight")
  func brokerRate() throws {
    let world = try world(bars: 4, days: 5)
    let place = try world.place("basis fund 1")
    let fund = try #require(world.participants[place] as? BasisFund)
    let view = ParticipantView(world, place: place, stage: .settlement)
    let secured = world.figures[try figure("SOFR", world).index]
    let shadow = world.figures[try figure("dealer shadow cost", world).index]
    let financing = try #require(fund.financing)
    let rate = financing.rate(view, spread: 0.006)
    #expect(abs(rate - (secured / 100 + 0.006 + shadow / 10_000)) < 1e-12)
    // c* moves by the financed part of what the rate moves.
    let opening = fund.terms.rule(rate: fund.terms.financingRate).required
    let dearer = fund.terms.rule(rate: fund.terms.financingRate + 0.01).required
    #expect(abs(dearer - opening - 0.01 * (1 - fund.terms.ownShare)) < 1e-12)
  }

  @Test(
    "what is sold of fund shares reaches the coin through dealers, and as far as they carry the cause"
  )
  func fundShares() throws {
    func sold(_ off: Set<String>) throws -> World {
      try world(bars: 24, days: 3) { plan in
        plan.start = plan.start + 3  // a Monday
        plan.without.formUnion(off.union(["news", "noise", "exchange_hacks"]))
        plan.shocks = [
          WorldShock(.news, name: "yen rises", day: 1, hour: 3, market: "yen", size: 0.03)
        ]
      }
    }
    func fall(_ world: World) throws -> Double {
      let bitcoin = try #require(world.market(named: "BTC")).index
      return 1 - world.days[1].markets[bitcoin].close / world.days[0].markets[bitcoin].close
    }
    let whole = try sold([])
    let yen = Int32(try #require(whole.market(named: "yen")).index)
    let bitcoin = Int32(try #require(whole.market(named: "BTC")).index)
    let arbitrage = whole.causes.events.indices.filter {
      whole.causes.events[$0].kind == .arbitrage && whole.causes.events[$0].place == bitcoin
    }
    let roots = arbitrage.compactMap {
      whole.causes.chain(from: CauseID(index: Int32($0))).last
    }.map { whole.causes[$0] }
    #expect(roots.contains { $0.kind == .shock && $0.place == yen })
    #expect(try fall(whole) > fall(sold(["etf_arbitrage"])))
  }

  @Test("gold beside the sheet's is added to it, at the sheet's price or not at all")
  func gold() throws {
    let world = try world(bars: 1, days: 0)
    let added = DefaultWorld.gold.holders.reduce(0) { $0 + $1.quantity }
    let sheet = 261_498_926.0 + 3.2e6
    #expect(try abs(world.unitsOutstanding("gold") - added - sheet) < 1)
    #expect(try world.units("gold", of: "TSY") == 261_498_926)
    var plan = WorldPlan.standard()
    plan.coins = [CoinPlan("gold", price: 4_000, holders: [.init("HN", 1)])]
    #expect(throws: WorldError.self) {
      try World(plan, catalogue: .standard, seed: 1, run: 0)
    }
  }
}
