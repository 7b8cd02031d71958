import Quantities
import Testing

@testable import Economy

@Suite("Futures of relative-value funds")
struct FundHedgeTests {
  /// A world in which coupons move once, on day 10; the fund's haircut and margin do not follow volatility.
  private static func world(
    move: Double,
    hedged: Bool,
    fund: [String: Double] = ["haircut_quantile": 0],
    days: Int = 16
  ) throws -> World {
    var without: Set<String> = ["dealer_leverage", "term_premium"]
    if !hedged { without.insert("futures_hedge") }
    var plan = FundingWorld.plan(without: without)
    plan.participants.removeAll { $0.name == "funds" }
    plan.participants.append(ParticipantPlan("relative_value_fund", "funds", numbers: fund))
    if move != 0 {
      plan.shocks = [WorldShock(.news, name: "move", day: 10, market: "coupons", size: move)]
    }
    return try FundingWorld.world(plan, days: days)
  }

  @Test("the fund opens as short as it is long, and stays so")
  func opens() throws {
    let world = try Self.world(move: 0, hedged: true, days: 1)
    #expect(try world.units("coupons future", of: "HF") == -2_000e9)
    try world.run(days: 30)
    let gap = try world.units("coupons", of: "HF") + world.units("coupons future", of: "HF")
    #expect(abs(gap) < 1e9)
    #expect(world.forcedDollars(of: "funds") == 0)
  }

  @Test("a fall that is a margin call without futures forces nothing with them: cash comes in")
  func fall() throws {
    let (bare, hedged) = (
      try Self.world(move: -0.1, hedged: false), try Self.world(move: -0.1, hedged: true)
    )
    #expect(bare.forcedDollars(of: "funds") > 10e9)
    #expect(hedged.forcedDollars(of: "funds") == 0)
    let worths = try [bare, hedged].map { world in
      let place = try world.place("funds")
      return world.days[11].netWorths[place] - world.days[9].netWorths[place]
    }
    #expect(worths[0] < -150e9)
    #expect(abs(worths[1]) < 10e9)
  }

  @Test("a rise takes cash: what neither cash nor dealer brings is sold, then paid, because of it")
  func rise() throws {
    let bare = try Self.world(move: 0.1, hedged: false)
    #expect(bare.forcedDollars(of: "funds") == 0)
    let hedged = try Self.world(move: 0.1, hedged: true, days: 11)
    let debt = "unsecured debt of HF"
    #expect(try hedged.unitsOutstanding(debt) > 10e9)
    try hedged.run(days: 25)
    #expect(try hedged.unitsOutstanding(debt) == 0)
    #expect(hedged.forcedDollars(of: "funds") > 10e9)
    #expect(try hedged.units("coupons", of: "HF") > 1_500e9)
    #expect(try hedged.rootKinds(ofForcedActsBy: "funds") == [.shock])
    #expect(hedged.causes.orphanCount == 0)
  }

  @Test("more margin for more volatility forces sales of a hedged fund, fewer than of a bare one")
  func margin() throws {
    let fund = ["haircut_quantile": 2.33]
    let sold = try [false, true].map { isHedged in
      let world = try Self.world(move: -0.06, hedged: isHedged, fund: fund)
      #expect(try world.rootKinds(ofForcedActsBy: "funds") == [.shock])
      return 2_000e9 - (try world.units("coupons", of: "HF"))
    }
    #expect(sold[1] > 1e9)
    #expect(sold[1] < 0.7 * sold[0])
  }

  @Test(
    "the contract costs the implied repo rate less the coupon, and its short earns it day by day"
  )
  func carry() throws {
    let quiet: Set<String> = [
      "dealer_leverage", "term_premium", "bill_spread", "basis_trade", "household_saving",
    ]
    let world = try FundingWorld.world(FundingWorld.plan(without: quiet), days: 1)
    let rate = try world.figure("coupons future rate")
    #expect(abs(rate - (try world.figure("SOFR") + 0.05 + 0.2 - 3.4)) < 0.1)
    // Saturday and Sunday: nobody trades, and only the roll is paid.
    let cash = try world.units("deposits", of: "HF")
    try world.run(days: 3)
    let earned = try world.units("deposits", of: "HF") - cash
    let notional = 2_000e9 * (try world.price("coupons"))
    #expect(abs(earned / (notional * rate / 100 * 2 / 365) - 1) < 0.02)
  }

  @Test("what a fund sells by force presses on coupons although it buys futures")
  func pressure() throws {
    var plan = FundingWorld.plan(dealer: ["risky_share": 0.35], without: ["standing_repo"])
    let calm = try FundingWorld.world(plan, days: 20)
    plan.shocks = [WorldShock(.lenderRefusal, name: "refusal", day: 10, hours: 480, size: 0.9)]
    let world = try FundingWorld.world(plan, days: 20)
    #expect(try world.units("coupons future", of: "HF") > calm.units("coupons future", of: "HF"))
    #expect(try world.price("coupons") < calm.price("coupons"))
  }

  @Test("without the mechanism there is no future")
  func off() throws {
    let world = try FundingWorld.world(FundingWorld.plan(without: ["futures_hedge"]), days: 5)
    #expect(world.ledger.instrument(named: "coupons future") == nil)
    #expect(world.days.allSatisfy { $0.bases.isEmpty })
  }
}
