import Quantities
import Testing

@testable import Economy

@Suite("Relative-value funds")
struct RelativeValueFundTests {
  @Test("the haircut is what five days may take, and not below its minimum")
  func haircut() throws {
    let world = try World(FundingWorld.plan(), catalogue: FundingWorld.catalogue, seed: 1, run: 0)
    let fund = try #require(world.participants[try world.place("funds")] as? RelativeValueFund)
    #expect(fund.terms.haircut(volatility: 0.004) == 2.33 * 0.004 * 5.0.squareRoot())
    #expect(fund.terms.haircut(volatility: 0.001) == 0.02)
    #expect(fund.terms.basis(size: 0.5) == 40)
  }

  @Test(
    "without futures a fall of coupons beyond the haircut is a margin call; it sells because of it"
  )
  func marginCall() throws {
    var plan = FundingWorld.plan(without: ["futures_hedge"])
    plan.shocks = [
      WorldShock(.news, name: "supply", day: 10, market: "coupons", size: -0.12)
    ]
    let world = try FundingWorld.world(plan, days: 16)
    #expect(world.forcedDollars(of: "funds") > 10e9)
    #expect(world.causes.orphanCount == 0)
    #expect(try world.rootKinds(ofForcedActsBy: "funds") == [.shock])
    plan.without.insert("fund_unwind")
    #expect(try FundingWorld.world(plan, days: 16).forcedDollars(of: "funds") == 0)
  }

  @Test("what the dealer does not roll is sold and repaid")
  func unrolled() throws {
    var plan = FundingWorld.plan(dealer: ["risky_share": 0.35], without: ["standing_repo"])
    plan.shocks = [WorldShock(.lenderRefusal, name: "refusal", day: 10, hours: 480, size: 0.9)]
    let world = try FundingWorld.world(plan, days: 30)
    let calm = try FundingWorld.world(FundingWorld.plan(), days: 30)
    let debt = try world.units("repo HF", of: "DLR")
    #expect(debt < 0.7 * (try calm.units("repo HF", of: "DLR")))
    // It repays to within what its last sale has not brought yet.
    #expect(try world.units("coupons", of: "HF") < 1_500e9)
    #expect(try world.rootKinds(ofForcedActsBy: "funds") == [.shock])
    #expect(try world.price("coupons") < calm.price("coupons"))
    #expect(calm.forcedDollars(of: "funds") == 0)
  }

  @Test("dearer repo makes it smaller, by choice; without the mechanism it keeps its size")
  func basisTrade() throws {
    // Yields that rise with the dealer's shadow cost would make its loss worse.
    let quiet: Set<String> = [
      "public_deficit", "debt_issuance", "household_saving", "term_premium",
    ]
    var sizes: [Double] = []
    for off in [quiet, quiet.union(["basis_trade"])] {
      // The dealer loses on its inventory and asks twelve basis points more.
      var plan = FundingWorld.plan(dealer: ["shadow_cost_bp": 10_000], without: off)
      plan.shocks = [WorldShock(.news, name: "supply", day: 10, market: "coupons", size: -0.005)]
      let world = try FundingWorld.world(plan, days: 40)
      #expect(world.forcedDollars(of: "funds") == 0)
      sizes.append(try world.units("coupons", of: "HF"))
    }
    #expect(sizes[0] < 1_900e9)
    #expect(sizes[1] == 2_000e9)
  }

  @Test("it pays SOFR, the dealer's spread and the shadow cost on what it owes")
  func interest() throws {
    let plan = FundingWorld.plan(
      without: [
        "public_deficit", "debt_issuance", "household_saving", "basis_trade", "futures_hedge",
      ]
    )
    let world = try World(plan, catalogue: FundingWorld.catalogue, seed: 1, run: 0)
    try world.run(days: 3)
    let rate = try world.figure("SOFR") + 0.05 + world.figure("dealer shadow cost") / 100
    let before = world.days[2].netWorths[try world.place("funds")]
    // The ledger's price is in steps of 10⁻⁴.
    let coupons = try #require(world.ledger.instrument(named: "coupons"))
    let price = world.ledger.price(of: coupons)
    try world.step()
    let after = world.days[3].netWorths[try world.place("funds")]
    let revalued = 2_000e9 * Double((world.ledger.price(of: coupons) - price).units) / 10_000
    // Friday to Monday: three days of 1 900 bn.
    #expect(abs((before + revalued - after) / (1_900e9 * rate / 36_000 * 3) - 1) < 1e-3)
  }
}
