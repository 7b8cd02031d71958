import Quantities
import Statistics
import Testing

@testable import Economy

@Suite("Dealers")
struct DealerTests {
  @Test("in calm the dealer funds all of its debt and keeps its cash")
  func funds() throws {
    let plan = FundingWorld.plan(without: ["public_deficit", "debt_issuance", "household_saving"])
    let world = try FundingWorld.world(plan, days: 1)
    #expect(world.days[0].repo?.failed == 0)
    #expect(abs(try world.units("deposits", of: "DLR") - 100e9) < 1)
    #expect(try world.units("repo HF", of: "DLR") == 1_900e9)
  }

  @Test("χ is 150 bp of the squared excess over nine tenths of the limit")
  func shadowCost() throws {
    let plan = FundingWorld.plan(without: ["public_deficit", "debt_issuance", "household_saving"])
    let world = try FundingWorld.world(plan, days: 1)
    let worth = world.days[0].netWorths[try world.place("dealers")]
    let debts = try ["repo DLR", "standing repo DLR"].reduce(0) {
      try $0 + world.unitsOutstanding($1)
    }
    let excess = (worth + debts) * 0.05 / (worth + 100e9) - 0.9
    #expect(excess > 0.04)
    #expect(abs(try world.figure("dealer shadow cost") - 150 * excess * excess) < 1e-9)
    let free = FundingWorld.plan(
      dealer: ["leverage_ratio_min": 0.06],
      without: ["dealer_leverage"]
    )
    #expect(try FundingWorld.world(free, days: 1).figure("dealer shadow cost") == 0)
  }

  @Test("a tighter leverage ratio takes credit from funds, who sell because of it")
  func leverage() throws {
    let tight = FundingWorld.plan(dealer: ["leverage_ratio_min": 0.055])
    let world = try FundingWorld.world(tight, days: 12)
    #expect(try world.units("repo HF", of: "DLR") < 1_800e9)
    #expect(world.forcedDollars(of: "funds") > 50e9)
    #expect(world.causes.orphanCount == 0)
    let free = FundingWorld.plan(
      dealer: ["leverage_ratio_min": 0.055],
      without: ["dealer_leverage"]
    )
    #expect(try FundingWorld.world(free, days: 12).forcedDollars(of: "funds") == 0)
  }

  @Test("without the standing facility what is refused is sold; the chain ends at the refusal")
  func refused() throws {
    var plan = FundingWorld.plan(dealer: ["risky_share": 0.35], without: ["standing_repo"])
    plan.shocks = [WorldShock(.lenderRefusal, name: "refusal", day: 10, hours: 240, size: 1)]
    let world = try FundingWorld.world(plan, days: 20)
    #expect(try world.units("standing repo DLR", of: "FED") == 0)
    #expect(world.forcedDollars(of: "dealers") > 10e9)
    #expect(try world.rootKinds(ofForcedActsBy: "dealers") == [.shock])
    #expect(try world.units("coupons", of: "DLR") < 450e9)
    // The facility takes what is eligible of it.
    plan.without = []
    let backed = try FundingWorld.world(plan, days: 20)
    #expect(try backed.units("standing repo DLR", of: "FED") > 100e9)
    #expect(backed.forcedDollars(of: "dealers") < world.forcedDollars(of: "dealers"))
  }

  @Test("what is wanted of desks is the debt to the last unit, four words a desk")
  func desks() throws {
    let world = try World(FundingWorld.plan(), catalogue: FundingWorld.catalogue, seed: 1, run: 0)
    let dealer = try #require(world.participants[try world.place("dealers")] as? Dealer)
    var stream = world.stream(7, .repoMarket)
    var plain = stream
    let desks = dealer.terms.draw(
      demand: Amount(123_456_789),
      facilityRate: 4,
      defaultProbability: 0.05,
      using: &stream
    )
    #expect(desks.reduce(Amount.zero) { $0 + $1.demand } == Amount(123_456_789))
    for _ in 0..<4 * desks.count { _ = plain.nextWord() }
    #expect(stream.nextWord() == plain.nextWord())
    #expect(desks.allSatisfy { $0.isStandingFacilityEligible == ($0.maximumRate == 4) })
  }
}

extension World {
  /// Dollars forced upon a participant so far.
  func forcedDollars(of participant: String) -> Double {
    guard let place = roster.firstIndex(where: { $0.name == participant }) else { return .nan }
    return days.reduce(0) { $0 + $1.forced[place] }
  }
}
