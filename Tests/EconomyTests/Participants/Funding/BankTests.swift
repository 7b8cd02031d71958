import Quantities
import Statistics
import Testing

@testable import Economy

@Suite("Banks")
struct BankTests {
  @Test("two groups of banks in a whole funding world conserve everything and repeat byte for byte")
  func conserves() throws {
    let plan = BankWorld.funding(shocks: [
      WorldShock(.news, name: "rates", day: 20, market: "coupons", size: -0.1),
      WorldShock(.taxPayment, name: "taxes", day: 40, size: 200e9),
    ])
    let world = try BankWorld.world(plan, days: 100)
    let again = try BankWorld.world(plan, days: 100)
    #expect(world.days.map(\.hash) == again.days.map(\.hash))
    #expect(world.causes.orphanCount == 0)
    #expect(try world.centralBankIdentity() == 0)
    #expect(try world.figure("loan supply") > 0)
  }

  @Test("in bars of an hour the same run leaves at the same speed, and everything is conserved")
  func bars() throws {
    var plan = BankWorld.funding(shocks: [
      WorldShock(.news, name: "rates", day: 3, market: "coupons", size: -0.2)
    ])
    let daily = try BankWorld.world(plan, days: 9)
    plan.barsPerDay = 24
    let hourly = try BankWorld.world(plan, days: 9)
    let left = try [daily, hourly].map { try $0.units("deposits", of: "regional customers") }
    #expect(left[0] > 10e9)
    #expect(abs(left[1] / left[0] - 1) < 0.3)
    #expect(hourly.causes.orphanCount == 0)
    #expect(try hourly.centralBankIdentity() == 0)
  }

  struct Binding: Sendable, CustomTestStringConvertible {
    let constraint: LendingConstraint
    let numbers: [String: Double]
    var testDescription: String { constraint.rawValue }
  }

  @Test(
    "each constraint is reached by its own input",
    arguments: [
      Binding(constraint: .demand, numbers: ["applicant_default_cut": 1]),
      Binding(constraint: .creditworthiness, numbers: [:]),
      Binding(constraint: .capital, numbers: ["capital_ratio_target": 0.14]),
      Binding(constraint: .liquidity, numbers: ["outflow_share": 0.42]),
    ]
  )
  func binds(_ binding: Binding) throws {
    let numbers = ["banks": binding.numbers, "regional banks": binding.numbers]
    let world = try BankWorld.world(BankWorld.plan(numbers), days: BankWorld.firstMonth)
    for suffix in ["", " regional banks"] {
      let supply = try world.figure("loan supply" + suffix)
      let demand = try world.figure("loan demand" + suffix)
      #expect(
        try world.figure("bank constraint" + suffix) == BankFigures.code(of: binding.constraint)
      )
      switch binding.constraint {
      case .demand: #expect(supply == demand)
      case .creditworthiness:
        let share = NormalDistribution.standardCumulative(Libm.log(0.06) - Libm.log(0.02))
        #expect(abs(supply / demand - share) < 1e-12)
      case .capital, .liquidity: #expect(supply < 0.8 * demand)
      }
    }
  }

  @Test("without the limits banks lend what they are asked for")
  func unlimited() throws {
    let numbers = ["banks": ["capital_ratio_target": 0.14]]
    let plan = BankWorld.plan(numbers, without: BankWorld.flows.union(["loan_supply"]))
    let world = try BankWorld.world(plan, days: BankWorld.firstMonth)
    #expect(try world.figure("loan supply") == world.figure("loan demand"))
    #expect(try world.figure("bank constraint") == 0)
  }

  @Test("capital: what equity allows is lent and what is repaid is lent again")
  func capital() throws {
    let numbers = ["banks": ["capital_ratio_target": 0.13]]
    let world = try BankWorld.world(BankWorld.plan(numbers), days: BankWorld.firstMonth)
    // Equity is exactly what the opening's assets need, so that only repayments can be lent.
    let supply = try world.figure("loan supply")
    #expect(try world.figure("bank constraint") == 1)
    #expect(abs(supply / (try world.figure("loan repayments")) - 1) < 1e-6)
  }

  @Test("a loan is a deposit: lending changes both alike and nobody's worth")
  func lends() throws {
    let plan = BankWorld.plan(["banks": ["applicant_default_cut": 1]])
    let world = try BankWorld.world(plan, days: BankWorld.secondMonth)
    let quiet = BankWorld.plan(
      ["banks": ["applicant_default_cut": 1]],
      without: BankWorld.flows.union(["firm_credit"])
    )
    let control = try BankWorld.world(quiet, days: BankWorld.secondMonth)
    let lent = try ["firm loans", "regional loans"].reduce(0) {
      try $0 + world.unitsOutstanding($1) - control.unitsOutstanding($1)
    }
    let made = try ["deposits", "regional deposits"].reduce(0) {
      try $0 + world.unitsOutstanding($1) - control.unitsOutstanding($1)
    }
    #expect(abs(lent) > 1e9)
    #expect(abs(lent - made) < 0.01)
    #expect(abs(lent - 1e9 * (try world.figure("net lending firms"))) < 0.01)
    for bank in ["banks", "regional banks"] {
      let place = try world.place(bank)
      #expect(abs(world.days[40].netWorths[place] - control.days[40].netWorths[place]) < 0.01)
    }
    #expect(try control.unitsOutstanding("firm loans") == 3_900e9)
  }

  @Test("owners get their share of every month's gain: what they got before is no loss")
  func payout() throws {
    func worths(_ share: Double) throws -> [Double] {
      let numbers = ["banks": ["payout_share": share, "deposit_beta": 0]]
      let on: Set<String> = ["loan_interest", "deposit_interest"]
      let plan = BankWorld.plan(numbers, without: BankWorld.flows.subtracting(on))
      let world = try BankWorld.world(plan, days: 190)
      let bank = try world.place("banks")
      return world.days.map { $0.netWorths[bank] }
    }
    let (kept, paid) = (try worths(0), try worths(0.6))
    // From the middle of one month to that of another, when profits have been paid three times.
    let gain = kept[175] - kept[85]
    let received = (kept[175] - paid[175]) - (kept[85] - paid[85])
    #expect(gain > 10e9)
    #expect(abs(received / gain - 0.6) < 0.02, "\(received / gain)")
  }

  @Test("the cut tightens after losses and not without the mechanism")
  func standards() throws {
    let numbers = ["firms": ["default_probability_annual": 0.2]]
    let without = BankWorld.flows.subtracting(["loan_losses"])
    let world = try BankWorld.world(
      BankWorld.plan(numbers, without: without),
      days: BankWorld.secondMonth
    )
    #expect(try world.figure("lending standard") > 0.1)
    let off = try BankWorld.world(
      BankWorld.plan(numbers, without: without.union(["lending_standards"])),
      days: BankWorld.secondMonth
    )
    #expect(try off.figure("lending standard") == 0)
    #expect(
      try world.figure("loan supply") / world.figure("loan demand")
        < off.figure("loan supply") / off.figure("loan demand")
    )
  }

  @Test("purchases of bonds add loans only where liquidity binds")
  func easing() throws {
    for (numbers, adds) in [(["outflow_share": 0.37], true), ([:], false)] {
      let before = try BankWorld.world(
        BankWorld.plan(["banks": numbers]),
        days: BankWorld.firstMonth
      )
      let after = try BankWorld.world(
        BankWorld.plan(
          ["banks": numbers],
          bank: ["balance_sheet": "easing"],
          bankNumbers: ["easing_usd_per_month": 100e9]
        ),
        days: BankWorld.firstMonth
      )
      let (first, second) = (try before.figure("loan supply"), try after.figure("loan supply"))
      if adds {
        #expect(try before.figure("bank constraint") == 2)
        // A dollar of deposits needs 37 cents of liquidity and brings a dollar of reserves.
        let bought = try after.unitsOutstanding("deposits") - before.unitsOutstanding("deposits")
        #expect(bought > 1e9)
        #expect(abs((second - first) / (0.9 * 0.63 * bought / 1e9) - 1) < 0.05)
      } else {
        #expect(second == first)
      }
    }
  }

  @Test("without its rules a bank lends overnight exactly what the cash lender of its account did")
  func takesOver() throws {
    let old = FundingWorld.plan()
    var new = FundingWorld.plan(lenders: FundingWorld.lenders().filter { $0.name != "banks" })
    new.participants.append(
      ParticipantPlan("bank", "banks", words: ["loans": "", "other_loans": "bank loans"])
    )
    new.without = ["reserve_demand", "discount_window", "deposit_interest", "capital_shrink"]
    let before = try BankWorld.world(old, days: 20)
    let after = try BankWorld.world(new, days: 20)
    #expect(before.days.compactMap(\.repo) == after.days.compactMap(\.repo))
    #expect(before.days.contains { $0.repo != nil })
  }

  @Test("a bank offers more reserves the dearer they are")
  func reserveDemand() throws {
    let on = try BankWorld.world(BankWorld.funding(), days: 20)
    let off = try BankWorld.world(BankWorld.funding(without: ["reserve_demand"]), days: 20)
    #expect(on.days.compactMap(\.repo) != off.days.compactMap(\.repo))
    let floor = BankWorld.funding(["banks": ["reserve_ratio_min": 0.15, "reserve_ratio_max": 0.2]])
    let kept = try BankWorld.world(floor, days: 20)
    #expect(try kept.units("repo DLR", of: "BNK") < on.units("repo DLR", of: "BNK"))
  }

  @Test("the plan of the funding world takes banks in the place of the lender of their account")
  func plan() throws {
    let plan = WorldPlan.funding().withBanks()
    #expect(plan.participants.filter { $0.name == "banks" }.map(\.kind) == ["bank"])
    let world = try World(plan, catalogue: .standard, seed: 1, run: 0)
    try world.run(days: BankWorld.firstMonth)
    #expect(try world.figure("loan supply") > 0)
    #expect(try world.figure("unemployment") == 4.4)
  }

  @Test("claims of somebody else are refused as its deposits, and equity that it does not have")
  func refuses() throws {
    var plan = BankWorld.plan()
    let place = try #require(plan.participants.firstIndex { $0.name == "regional banks" })
    plan.participants[place].words["deposits"] = "deposits"
    #expect(throws: WorldError.self) { try BankWorld.world(plan, days: 1) }
    let rich = BankWorld.plan(["regional banks": ["capital_ratio_opening": 0.9]])
    #expect(throws: WorldError.self) { try BankWorld.world(rich, days: 1) }
  }
}
