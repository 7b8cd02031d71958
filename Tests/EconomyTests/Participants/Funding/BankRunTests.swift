import Quantities
import Statistics
import Testing

@testable import Economy

@Suite("Banks under stress")
struct BankRunTests {
  private static func fall(_ size: Double) -> WorldShock {
    WorldShock(.news, name: "rates", day: 3, market: "coupons", size: size)
  }

  @Test("missing reserves are borrowed at the discount window, then at the standing facility")
  func window() throws {
    let numbers = ["regional banks": ["reserve_floor_share": 0.2]]
    let world = try BankWorld.world(BankWorld.plan(numbers), days: 1)
    // A fifth of 3 500 bn less 400 bn of reserves; a tenth of 2 600 bn of loans is pledged.
    #expect(try world.units("discount window regional banks", of: "FED") == 260e9)
    #expect(try world.units("standing repo regional banks", of: "FED") == 40e9)
    #expect(try world.units("reserves", of: "regional banks") == 700e9)
    #expect(try world.centralBankIdentity() == 0)
    let off = BankWorld.plan(numbers, without: BankWorld.flows.union(["discount_window"]))
    let control = try BankWorld.world(off, days: 1)
    #expect(try control.unitsOutstanding("discount window regional banks") == 0)
    #expect(try control.unitsOutstanding("standing repo regional banks") == 0)
    #expect(try control.units("reserves", of: "regional banks") == 400e9)
  }

  @Test("what the central bank does not lend is raised by selling bonds, once")
  func sellsOnce() throws {
    let numbers = ["regional banks": ["reserve_floor_share": 0.12]]
    let without = BankWorld.flows.union(["discount_window"])
    let world = try BankWorld.world(BankWorld.plan(numbers, without: without), days: 9)
    // A fraction of 3 500 bn less 400 bn of reserves, at a price that the sale itself lowers.
    let sold = 400e9 - (try world.units("coupons", of: "regional banks"))
    #expect(sold > 19.9e9 && sold < 20.5e9)
    #expect(abs(try world.units("reserves", of: "regional banks") - 420e9) < 0.5e9)
    #expect(try world.unitsOutstanding("discount window regional banks") == 0)
  }

  @Test("what was borrowed costs the facility's rate and is repaid out of what comes in")
  func repays() throws {
    let plan = BankWorld.plan(
      ["regional banks": ["reserve_floor_share": 0.12]],
      without: BankWorld.flows.subtracting(["loan_interest"])
    )
    let world = try BankWorld.world(plan, days: 10)
    let owed = try world.unitsOutstanding("discount window regional banks")
    // 20 bn are missing; interest is paid in reserves, which are missing next.
    #expect(owed > 20e9 && owed < 20e9 * (1 + 0.04 / 36))
    try world.run(days: 11)
    let repaid = owed - (try world.unitsOutstanding("discount window regional banks"))
    #expect(abs(repaid - 1_900e9 * 0.063_75 / 12) < 0.02e9)
  }

  @Test("customers leave by loss over equity and uninsured share, because of the fall that made it")
  func run() throws {
    let plan = BankWorld.plan(shocks: [Self.fall(-0.2)])
    let world = try BankWorld.world(plan, days: 4)
    let loss = try world.figure("unrealised loss regional banks")
    #expect(loss > 0.2 && loss < 0.5)
    #expect(try world.units("deposits", of: "regional customers") == 0)
    try world.run(days: 5)
    let left = 3_500e9 * (1 - Libm.exp(-0.015 * 0.45 * loss))
    // Day 4 is a Tuesday: one day's hazard.
    #expect(abs(try world.units("deposits", of: "regional customers") - left) < 1)
    #expect(
      abs(try world.units("regional deposits", of: "regional customers") - 3_500e9 + left) < 1
    )
    #expect(try world.lastRoot(of: "regional customers") == .shock)
    #expect(world.causes.orphanCount == 0)
  }

  @Test("without the run nobody leaves, and nothing else happens either")
  func noRun() throws {
    let without = BankWorld.flows.union(["deposit_run"])
    let plan = BankWorld.plan(shocks: [Self.fall(-0.2)], without: without)
    let world = try BankWorld.world(plan, days: BankWorld.firstMonth)
    #expect(try world.units("regional deposits", of: "regional customers") == 3_500e9)
    #expect(try world.units("deposits", of: "regional customers") == 0)
    #expect(try world.unitsOutstanding("discount window regional banks") == 0)
    #expect(try world.figure("withdrawals regional banks") == 0)
  }

  @Test(
    "a run beyond reserves is paid with borrowed reserves; without the window only with its own"
  )
  func runBeyondReserves() throws {
    let numbers = ["regional customers": ["run_slope_per_day": 10.0]]
    let plan = BankWorld.plan(numbers, shocks: [Self.fall(-0.2)])
    let world = try BankWorld.world(plan, days: 5)
    let left = 3_500e9 * (1 - Libm.exp(-0.3))
    #expect(abs(try world.units("deposits", of: "regional customers") - left) < 1)
    #expect(try world.units("discount window regional banks", of: "FED") == 260e9)
    #expect(try world.units("standing repo regional banks", of: "FED") > 200e9)
    #expect(try world.centralBankIdentity() == 0)
    #expect(world.causes.orphanCount == 0)
    let off = BankWorld.plan(
      numbers,
      shocks: [Self.fall(-0.2)],
      without: BankWorld.flows.union(["discount_window"])
    )
    let control = try BankWorld.world(off, days: 5)
    #expect(try control.units("deposits", of: "regional customers") == 400e9)
    #expect(try control.units("reserves", of: "regional banks") == 0)
    // What it could not pay it raises by selling bonds, because of the same shock.
    // The order of Wednesday's close waits for Friday: Thursday is Thanksgiving.
    try control.run(days: 9)
    #expect(try control.units("coupons", of: "regional banks") < 400e9)
    #expect(try control.lastRoot(of: "regional banks") == .shock)
  }

  @Test("too little capital shrinks assets: bonds are sold because of the losses that took it")
  func shrinks() throws {
    let numbers = ["firms": ["default_probability_annual": 0.5, "loss_given_default": 1]]
    let without = BankWorld.flows.subtracting(["loan_losses"])
    let world = try BankWorld.world(BankWorld.plan(numbers, without: without), days: 90)
    #expect(try world.figure("capital ratio regional banks") < 7)
    #expect(try world.units("coupons", of: "regional banks") < 400e9)
    #expect(try world.figure("loan supply regional banks") == 0)
    let chain = try world.lastFigures(of: "regional banks")
    #expect(
      chain == ["capital ratio regional banks", "loan losses regional banks", "delinquency"]
    )
    #expect(try world.lastRoot(of: "regional banks") == .announcement)
    #expect(world.causes.orphanCount == 0)
    let control = try BankWorld.world(
      BankWorld.plan(numbers, without: without.union(["capital_shrink"])),
      days: 90
    )
    #expect(try control.units("coupons", of: "regional banks") == 400e9)
  }

  @Test("a sale of bonds below cost takes capital, and what it forces leads back to the fall")
  func realisesLosses() throws {
    let numbers = [
      "regional customers": ["run_slope_per_day": 10.0],
      "regional banks": ["pledged_loan_share": 0.0, "facility_haircut": 1.0],
    ]
    let plan = BankWorld.plan(numbers, shocks: [Self.fall(-0.4)])
    let world = try BankWorld.world(plan, days: 20)
    #expect(try world.units("coupons", of: "regional banks") < 400e9)
    #expect(try world.figure("capital ratio regional banks") < 12)
    #expect(try world.lastRoot(of: "regional banks") == .shock)
  }
}
