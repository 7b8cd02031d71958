import Quantities
import Statistics
import Testing

@testable import Economy

@Suite("Firms and the credit cycle")
struct FirmTests {
  @Test(
    "a month's default is LGD times Vasicek's PD over twelve, and banks lose what is written down"
  )
  func losses() throws {
    let plan = BankWorld.plan(without: BankWorld.flows.subtracting(["loan_losses"]))
    let world = try BankWorld.world(plan, days: BankWorld.firstMonth)
    let lost = 3_900e9 - (try world.unitsOutstanding("firm loans"))
    #expect(abs(lost / 1e9 - (try world.figure("loan losses"))) < 1e-9)
    let firm = try #require(world.participants[try world.place("firms")] as? Firm)
    let portfolio = try VasicekPortfolio(defaultProbability: 0.015, assetCorrelation: 0.15)
    let bad = firm.lossShare(factor: -3, delinquency: 2.5)
    #expect(bad == 0.45 * portfolio.defaultProbability(factor: -3) / 12)
    #expect(bad > firm.lossShare(factor: 0, delinquency: 2.5))
    #expect(firm.lossShare(factor: 0, delinquency: 5) > firm.lossShare(factor: 0, delinquency: 2.5))
    let control = try BankWorld.world(BankWorld.plan(), days: BankWorld.firstMonth)
    let bank = try world.place("banks")
    let gone = control.days[9].netWorths[bank] - world.days[9].netWorths[bank]
    #expect(abs(gone - lost) < 1)
    #expect(try control.unitsOutstanding("firm loans") == 3_900e9)
  }

  @Test("interest moves from firms to banks and from banks to depositors, and not without it")
  func interest() throws {
    let with = try BankWorld.world(
      BankWorld.plan(without: BankWorld.flows.subtracting(["loan_interest"])),
      days: BankWorld.firstMonth
    )
    let paid = 2_500e9 - (try with.units("deposits", of: "firms"))
    // 5 800 bn at 3.875 % and a spread of 2.5 %.
    #expect(abs(paid - 5_800e9 * 0.063_75 / 12) < 1)
    let without = try BankWorld.world(BankWorld.plan(), days: BankWorld.firstMonth)
    #expect(try without.units("deposits", of: "firms") == 2_500e9)
    let deposits = try BankWorld.world(
      BankWorld.plan(without: BankWorld.flows.subtracting(["deposit_interest"])),
      days: BankWorld.firstMonth
    )
    let received = try deposits.units("deposits", of: "regional customers")
    #expect(abs(received - 3_500e9 * 0.4 * 0.038_75 / 12) < 1)
  }

  @Test("a month with few business days leaves nothing undrawn: the rest goes on in the next")
  func months() throws {
    let world = try BankWorld.world(BankWorld.plan(), days: 1)
    let firm = try #require(world.participants[try world.place("firms")] as? Firm)
    var lender = firm.lenders[0]
    var (drawn, repaid) = (0.0, 0.0)
    for days in [19, 23] {
      lender.begin(draw: 21, repay: 42)
      for _ in 0..<days {
        let next = lender.next()
        drawn += next.drawn
        repaid += next.repaid
      }
      if days == 19 { #expect(abs(drawn - 19) < 1e-12) }
    }
    #expect(abs(drawn - 42) < 1e-12 && abs(repaid - 84) < 1e-12)
  }

  @Test("the cycle is at rest where the world opens")
  func opening() throws {
    var plan = BankWorld.plan(["credit cycle": ["demand_deviation_points": 0]])
    plan.openingFigures = ["unemployment": 3.6, "delinquency": 2]
    let world = try BankWorld.world(plan, days: BankWorld.firstMonth)
    #expect(abs(try world.figure("unemployment") - 3.6) < 0.05)
    #expect(abs(try world.figure("delinquency") - 2) < 0.05)
  }

  @Test("banks that lend less slow output, unless the feedback is off")
  func feedback() throws {
    let tight = ["banks": ["capital_ratio_target": 0.2]]
    func gap(_ numbers: [String: [String: Double]], _ extra: Set<String>) throws -> [Double] {
      let plan = BankWorld.plan(numbers, without: BankWorld.flows.union(extra))
      let world = try BankWorld.world(plan, days: 200)
      return try ["output gap", "unemployment", "delinquency"].map { try world.figure($0) }
    }
    let (loose, scarce) = (try gap([:], []), try gap(tight, []))
    #expect(scarce[0] < loose[0] - 0.1)
    #expect(scarce[1] > loose[1])
    let off: Set<String> = ["credit_feedback"]
    #expect(try gap([:], off) == gap(tight, off))
    let still = try gap(tight, ["credit_cycle"])
    #expect(still == [0, 4.4, 2.5])
  }

  @Test("nobody else's presence shifts the firms' draws")
  func draws() throws {
    let plan = BankWorld.plan(without: BankWorld.flows.subtracting(["loan_losses"]))
    var crowded = plan
    crowded.participants.append(
      ParticipantPlan(
        "official",
        "a bystander",
        numbers: ["size_usd": 0],
        words: ["account": "ROW", "act": "pay", "money": "deposits", "other": "HN"]
      )
    )
    let first = try BankWorld.world(plan, days: BankWorld.firstMonth)
    let second = try BankWorld.world(crowded, days: BankWorld.firstMonth)
    #expect(try first.figure("loan losses") == second.figure("loan losses"))
  }

  @Test("lists of another length and debts of somebody else are refused")
  func refuses() throws {
    for words in [["banks": "BNK"], ["loans": "firm loans,bank loans"], ["owners": "HN"]] {
      var plan = BankWorld.plan()
      let place = try #require(plan.participants.firstIndex { $0.name == "firms" })
      plan.participants[place].words.merge(words) { $1 }
      #expect(throws: WorldError.self) { try BankWorld.world(plan, days: 1) }
    }
  }
}
