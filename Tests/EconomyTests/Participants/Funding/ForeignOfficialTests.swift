import Quantities
import Testing

@testable import Economy

@Suite("Foreign officials")
struct ForeignOfficialTests {
  @Test("without defence and gold they are the cash lender that they were, to the byte")
  func lends() throws {
    let plan = OffshoreWorld.plan(without: ["currency_defence", "gold_shift"])
    var before = plan
    before.participants.removeAll { $0.name == "foreign officials" }
    before.participants += FundingWorld.lenders().filter { $0.name == "foreign officials" }
    for shock in [WorldShock?.none, .init(.lenderRefusal, name: "r", day: 3, hours: 48, size: 0.5)]
    {
      let hashes = try [plan, before].map { plan in
        var plan = plan
        if let shock { plan.shocks = [shock] }
        return try OffshoreWorld.world(plan, days: 8).days.map(\.hash)
      }
      #expect(hashes[0] == hashes[1])
    }
  }

  @Test("under stress of three σ they sell 15 a day, the pool first, until it ends")
  func pool() throws {
    let world = try OffshoreWorld.world(plan(stress: 3, through: 4), days: 6)
    // Monday and Tuesday are stressed; Wednesday is not.
    #expect(try world.units("foreign repo pool", of: "FO") == 320e9)
    #expect(try world.units("deposits", of: "ROW") == 30e9)
    #expect(try world.units("bills", of: "FO") == 900e9)
    var off = plan(stress: 3, through: 4)
    off.without.insert("currency_defence")
    let control = try OffshoreWorld.world(off, days: 6)
    #expect(try control.units("foreign repo pool", of: "FO") == 350e9)
    #expect(try control.units("deposits", of: "ROW") == 0)
    var calm = off
    calm.participants.removeAll { $0.kind == "figure_setter" }
    let hashes = try OffshoreWorld.world(calm, days: 6).days.map(\.hash)
    #expect(control.days.map(\.hash) == hashes)
  }

  @Test("below two σ nothing is sold")
  func trigger() throws {
    let mild = try OffshoreWorld.world(plan(stress: 1.9, through: 4), days: 6)
    #expect(try mild.units("foreign repo pool", of: "FO") == 350e9)
  }

  @Test("when the pool is empty bills are sold by force, because of the stress")
  func bills() throws {
    var plan = plan(stress: 3, through: 5)
    plan.participants[plan.participants.firstIndex { $0.name == "foreign officials" } ?? 0]
      .numbers["defence_usd_per_day"] = 80e9
    let world = try OffshoreWorld.world(plan, days: 8)
    #expect(try world.units("foreign repo pool", of: "FO") == 0)
    #expect(world.forcedDollars(of: "foreign officials") > 90e9)
    #expect(try world.units("bills", of: "FO") < 810e9)
    #expect(world.causes.orphanCount == 0)
    #expect(try world.rootKinds(ofForcedActsBy: "foreign officials") == [.announcement])
  }

  @Test("a fall of the currency in its market is answered with purchases of it, rooted in the fall")
  func market() throws {
    var plan = OffshoreWorld.plan(
      official: ["defence_usd_per_day": 100e9],
      officialWords: ["currency": "yen"]
    )
    plan.claims = [
      ClaimPlan(
        "yen",
        of: "Japanese banks",
        isBank: true,
        unit: "JPY",
        price: 0.0065,
        quantityDecimals: 2,
        priceDecimals: 8,
        origin: .owedBy("ROW", as: "yen loans"),
        holders: [.init("RLP", 200e12)]
      )
    ]
    plan.markets.append(
      MarketPlan(
        "yen",
        price: 0.0065,
        value: .news(annualVolatility: 0, common: 0),
        dailyVolume: 500e9,
        dailyVolatility: 0.006
      )
    )
    let calm = try OffshoreWorld.world(plan, days: 10)
    #expect(try calm.units("foreign repo pool", of: "FO") == 350e9)
    plan.shocks = [WorldShock(.news, name: "fall", day: 3, market: "yen", size: -0.1)]
    let world = try OffshoreWorld.world(plan, days: 10)
    #expect(try world.units("foreign repo pool", of: "FO") < 100e9)
    #expect(try world.units("yen", of: "FO") * 0.0065 > 100e9)
    #expect(world.forcedDollars(of: "foreign officials") > 1e9)
    #expect(try world.rootKinds(ofForcedActsBy: "foreign officials") == [.shock])
    #expect(world.causes.orphanCount == 0)
  }

  @Test(
    "each month a thousandth of the reserves goes from coupons to gold, twice that under dominance"
  )
  func gold() throws {
    func bought(_ threshold: Double, market: Bool = true) throws -> (gold: Double, coupons: Double)
    {
      var plan = OffshoreWorld.plan(
        official: [
          "fiscal_dominance_threshold": threshold, "gold_share_per_month": 0.000_5,
          "gold_share_fiscal_per_month": 0.000_5,
        ]
      )
      if market {
        plan.markets.append(
          MarketPlan(
            "gold",
            price: 4_062.50,
            value: .news(annualVolatility: 0, common: 0),
            dailyVolume: 150e9,
            dailyVolatility: 0.01
          )
        )
        plan.residualProvider.append(.init("gold", 3.1e6, from: "SC"))
      }
      // The month ends on a Sunday, day 9.
      let world = try OffshoreWorld.world(plan, days: 16)
      let coupons = try 5_600e9 - world.units("coupons", of: "FO")
      let gold = market ? try world.units("gold", of: "FO") * world.price("gold") : 0
      return (gold, coupons)
    }
    let plain = try bought(10)
    // 350 of pool, 900 of bills, 5 600 of coupons and 1 250 of MBS.
    #expect(abs(plain.gold - 0.000_5 * 8_100e9) < 0.03 * 4e9)
    #expect(abs(plain.coupons - 0.000_5 * 8_100e9) < 0.03 * 4e9)
    let dominated = try bought(-10)
    #expect(abs(dominated.gold / plain.gold - 2) < 0.05)
    #expect(try bought(10, market: false).coupons == 0)
  }

  /// Stress that begins on Monday.
  private func plan(stress: Double, through last: Int) -> WorldPlan {
    var plan = OffshoreWorld.plan()
    plan.participants.append(
      ParticipantPlan(
        "figure_setter",
        "setter",
        numbers: ["value": stress, "first_day": 3, "last_day": Double(last)],
        words: ["figure": "currency stress"]
      )
    )
    return plan
  }
}
