import Quantities
import Statistics
import Testing

@testable import Economy

@Suite("Cash lenders")
struct CashLenderTests {
  @Test(
    "idle cash of a money fund is at the facility overnight; without the mechanism it stays a deposit"
  )
  func parks() throws {
    let world = try FundingWorld.world(FundingWorld.plan(), days: 1)
    let idle = try #require(world.days[0].repo).reverseRepo * 1e9
    #expect(idle > 0)
    #expect(abs(try world.units("ON RRP", of: "MMF") / idle - 1) < 1e-3)
    #expect(abs(try world.units("deposits", of: "MMF") - 20e9) < 1)
    let plan = FundingWorld.plan(without: ["reverse_repo"])
    let control = try FundingWorld.world(plan, days: 1)
    #expect(try control.units("ON RRP", of: "MMF") == 5e9)
    #expect(try control.units("deposits", of: "MMF") > 20e9)
    #expect(control.days[0].repo?.reverseRepo == 0)
  }

  @Test("parking and taking back moves reserves one for one and nothing else of the central bank")
  func facility() throws {
    let plan = FundingWorld.plan(without: ["public_deficit", "debt_issuance", "household_saving"])
    let control = FundingWorld.plan(
      without: ["public_deficit", "debt_issuance", "household_saving", "reverse_repo"]
    )
    let with = try FundingWorld.world(plan, days: 1)
    let without = try FundingWorld.world(control, days: 1)
    let parked = try with.units("ON RRP", of: "MMF") - without.units("ON RRP", of: "MMF")
    let drained = try without.unitsOutstanding("reserves") - with.unitsOutstanding("reserves")
    #expect(parked > 1e9)
    #expect(abs(parked - drained) < 0.01)
  }

  @Test("desks share the cash; with everyone refusing nobody lends to who may default")
  func desks() throws {
    let plan = FundingWorld.plan(lenders: [ParticipantPlan("cash_lender", "money funds")])
    var safe = plan
    safe.shocks = [WorldShock(.lenderRefusal, name: "refusal", day: 0, hours: 24, size: 1)]
    let trusting = try FundingWorld.world(plan, days: 1)
    let refusing = try FundingWorld.world(safe, days: 1)
    let before = try #require(trusting.days[0].repo)
    let after = try #require(refusing.days[0].repo)
    #expect(after.bilateralVolume < before.bilateralVolume)
    #expect(after.reverseRepo > before.reverseRepo)
    // What the money funds lend and park is their cash, whoever refuses.
    let sums = [before, after].map { $0.bilateralVolume + $0.reverseRepo }
    #expect(abs(sums[0] - sums[1]) < 1e-6)
  }

  @Test("a refusal that means another lender, and one without the mechanism, changes no byte")
  func target() throws {
    let plan = FundingWorld.plan()
    let hash = try FundingWorld.world(plan, days: 5).days.map(\.hash)
    var other = plan
    other.shocks = [
      WorldShock(
        .lenderRefusal,
        name: "refusal",
        day: 2,
        hours: 48,
        target: "banks of Mars",
        size: 1
      )
    ]
    #expect(try FundingWorld.world(other, days: 5).days.map(\.hash) == hash)
    var off = FundingWorld.plan(without: ["lender_refusal"])
    let quiet = try FundingWorld.world(off, days: 5).days.map(\.hash)
    off.shocks = [WorldShock(.lenderRefusal, name: "refusal", day: 2, hours: 48, size: 1)]
    #expect(try FundingWorld.world(off, days: 5).days.map(\.hash) == quiet)
  }

  @Test("desks take the same number of words whatever they are told", arguments: [0.0, 0.5, 1])
  func draws(share: Double) throws {
    let world = try World(FundingWorld.plan(), catalogue: FundingWorld.catalogue, seed: 1, run: 0)
    let lender = try #require(world.participants[try world.place("banks")] as? CashLender)
    var stream = Stream(seed: 1, run: 0, step: 0, purpose: .repoMarket)
    var plain = stream
    let desks = lender.desks.terms.draw(
      cash: Amount(10_000_000),
      outside: 3.75,
      hasAccess: false,
      refuses: share > 0,
      refusingShare: share,
      using: &stream
    )
    for _ in 0..<4 * desks.count { _ = plain.nextWord() }
    #expect(stream.nextWord() == plain.nextWord())
    let cash = desks.reduce(Amount.zero) { $0 + $1.cash }
    #expect(cash <= Amount(10_000_000) && cash > Amount(9_999_900))
  }

  @Test("bills go to their share and earnings to the shareholders")
  func holdings() throws {
    let world = try FundingWorld.world(FundingWorld.plan(), days: 90)
    let place = try world.place("money funds")
    let bills = try world.units("bills", of: "MMF")
    let rest = ["deposits", "ON RRP", "repo DLR"]
    let managed = try rest.reduce(bills) { try $0 + world.units($1, of: "MMF") }
    #expect(abs(bills / managed - 0.5) < 0.01)
    // A month's interest at most is not paid out yet.
    let earned = world.days[89].netWorths[place] - world.days[0].netWorths[place]
    #expect(earned > -1e9 && earned < 12e9)
    let paid = world.days.dropFirst(8).contains {
      $0.netWorths[place] < world.days[8].netWorths[place]
    }
    #expect(paid)
  }

  @Test("shares that somebody else owes are refused")
  func refusesShares() throws {
    let lender = ParticipantPlan("cash_lender", "banks", words: ["account": "BNK"])
    let plan = FundingWorld.plan(
      lenders: FundingWorld.lenders().filter { $0.name != "banks" } + [lender]
    )
    #expect(throws: WorldError.self) { try FundingWorld.world(plan, days: 1) }
  }
}
