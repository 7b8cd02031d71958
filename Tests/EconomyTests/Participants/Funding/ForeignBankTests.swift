import Quantities
import Testing

@testable import Economy

@Suite("Foreign banks")
struct ForeignBankTests {
  @Test(
    "in calm all paper is rolled, nothing is swapped, drawn or sold, and debts cost what they cost"
  )
  func calm() throws {
    let world = try OffshoreWorld.world(OffshoreWorld.plan(), days: 4)
    #expect(try world.units("CD/CP", of: "MMF") == 1_000e9)
    #expect(try world.unitsOutstanding("FX swaps FBK") == 0)
    #expect(try world.units("swap-line claims", of: "FED") == 0)
    #expect(try world.units("coupons", of: "FBK") == 1_100e9)
    #expect(try world.unitsOutstanding("offshore USD deposits") == 6_000e9)
    // Friday to Monday is three days: 300 of repo at SOFR + 10 bp, 1 000 of paper at OIS + 20 bp.
    let repo = 300e9 * (try world.figure("SOFR", day: 0) + 0.1)
    let paper = 1_000e9 * (try world.figure("EFFR", day: 0) + 0.2)
    let interest = (repo + paper) / 36_000 * 3
    #expect(abs(1_180e9 - (try world.onshoreDollars(of: "FBK")) - interest) < 0.01)
    #expect(try world.figure("offshore shortfall") == 0)
    #expect(try world.figure("cross-currency basis") == -5)
  }

  @Test("money funds come first: 12 of deposits and 2 of paper run, 14 of new paper is sold")
  func paperFirst() throws {
    let plan = OffshoreWorld.run(OffshoreWorld.plan(), share: 0.05)
    let world = try OffshoreWorld.world(plan, days: 4)
    #expect(abs(try world.unitsOutstanding("offshore USD deposits") - 5_988e9) < 1)
    #expect(abs(try world.units("CD/CP", of: "MMF") - 1_012e9) < 1e3)
    #expect(try world.unitsOutstanding("FX swaps FBK") == 0)
    // Depositors were paid onshore.
    #expect(abs(try world.units("deposits", of: "ROW") - 10e9) < 1)
  }

  @Test("dealers come second, up to what they can lend, and fund it overnight a day later")
  func swapsSecond() throws {
    let plan = OffshoreWorld.plan(bank: ["paper_limit_ratio": 0])
    let calm = try OffshoreWorld.world(plan, days: 5)
    let world = try OffshoreWorld.world(OffshoreWorld.run(plan, share: 0.05), days: 5)
    #expect(try world.figure("dealer swap capacity DLR", day: 0) > 14e9)
    let swaps = try world.unitsOutstanding("FX swaps FBK")
    #expect(abs(swaps - 14e9) < 1e7)
    #expect(try world.units("FX swaps FBK", of: "DLR") == swaps)
    #expect(abs(try world.units("CD/CP", of: "MMF") - 998e9) < 1)
    func debt(_ world: World) throws -> Double {
      try world.unitsOutstanding("repo DLR") + world.unitsOutstanding("standing repo DLR")
    }
    #expect(abs(try debt(world) - debt(calm) - 14e9) < 0.1e9)
    #expect(abs(try world.figure("dollar swap demand", day: 3) - 14e9) < 1e3)
  }

  @Test("the swap line comes third, bonds come last, and the sale goes back to the run")
  func lineThenBonds() throws {
    let plan = OffshoreWorld.run(
      OffshoreWorld.plan(bank: ["paper_limit_ratio": 0], words: ["dealers": ""]),
      share: 0.05
    )
    let open = try OffshoreWorld.world(plan, days: 6)
    let drawn = try open.units("swap-line claims", of: "FED")
    #expect(abs(drawn - 14e9) < 0.1e9)
    #expect(try open.units("swap-line loans", of: "FO") == drawn)
    #expect(open.forcedDollars(of: "foreign banks") == 0)
    #expect(try open.centralBankIdentity() == 0)
    var closedPlan = plan
    closedPlan.without.insert("swap_lines")
    let closed = try OffshoreWorld.world(closedPlan, days: 6)
    #expect(try closed.units("swap-line claims", of: "FED") == 0)
    #expect(abs(closed.forcedDollars(of: "foreign banks") - 14e9) < 0.1e9)
    #expect(try closed.units("coupons", of: "FBK") < 1_087e9)
    #expect(try closed.rootKinds(ofForcedActsBy: "foreign banks") == [.shock])
    #expect(closed.causes.orphanCount == 0)
    #expect(try (0..<6).contains { try closed.figure("offshore backflow", day: $0) > 5 })
    closedPlan.without.insert("offshore_sales")
    let kept = try OffshoreWorld.world(closedPlan, days: 6)
    #expect(try kept.units("coupons", of: "FBK") == 1_100e9)
    #expect(abs(try kept.figure("offshore shortfall") - 14e9) < 0.1e9)
  }

  @Test(
    "an open line is a ceiling on what dollars cost; without it the basis goes on and bonds are sold"
  )
  func ceiling() throws {
    let plan = OffshoreWorld.run(OffshoreWorld.plan(), share: 0.6, days: 14)
    let open = try OffshoreWorld.world(plan, days: 17)
    var closedPlan = plan
    closedPlan.without.insert("swap_lines")
    let closed = try OffshoreWorld.world(closedPlan, days: 17)
    func lowest(_ world: World) throws -> Double {
      try world.days.indices.map { try world.figure("cross-currency basis", day: $0) }.min() ?? 0
    }
    #expect(try lowest(open) == -65)
    #expect(try lowest(closed) < -65)
    #expect(try open.units("swap-line claims", of: "FED") > 100e9)
    #expect(open.forcedDollars(of: "foreign banks") == 0)
    #expect(closed.forcedDollars(of: "foreign banks") > 100e9)
    #expect(try closed.price("coupons") < open.price("coupons"))
    for world in [open, closed] {
      #expect(world.causes.orphanCount == 0)
      #expect(try world.centralBankIdentity() == 0)
    }
  }

  @Test(
    "when money funds trust again the line is repaid out of new paper, as fast as they have cash"
  )
  func repaid() throws {
    var plan = OffshoreWorld.plan(bank: ["paper_limit_ratio": 1], words: ["dealers": ""])
    plan.shocks = [
      WorldShock(.lenderRefusal, name: "r", day: 3, hours: 120, target: "money funds", size: 1)
    ]
    let world = try World(plan, catalogue: OffshoreWorld.catalogue, seed: 1, run: 0)
    var lines: [Double] = []
    for _ in 0..<40 {
      try world.step()
      lines.append(try world.units("swap-line claims", of: "FED"))
    }
    // Monday to Wednesday and Friday: four settlements of 4 %.
    #expect(abs((lines.max() ?? 0) - 1_000e9 * (1 - 0.96 * 0.96 * 0.96 * 0.96)) < 1e9)
    #expect(lines[39] < 0.1e9)
    #expect(abs(try world.units("CD/CP", of: "MMF") - 1_000e9) < 0.1e9)
    #expect(world.forcedDollars(of: "foreign banks") == 0)
    #expect(try world.centralBankIdentity() == 0)
  }

  @Test("a refusal of money funds shrinks paper by the share of what falls due")
  func refusal() throws {
    var plan = OffshoreWorld.plan(bank: ["paper_limit_ratio": 0])
    plan.shocks = [
      WorldShock(.lenderRefusal, name: "r", day: 3, hours: 24, target: "money funds", size: 0.5)
    ]
    let world = try OffshoreWorld.world(plan, days: 4)
    #expect(abs(try world.units("CD/CP", of: "MMF") - 980e9) < 1)
    #expect(abs(try world.unitsOutstanding("FX swaps FBK") - 20e9) < 1e7)
    plan.without.insert("lender_refusal")
    let trusting = try OffshoreWorld.world(plan, days: 4)
    #expect(try trusting.units("CD/CP", of: "MMF") == 1_000e9)
  }

  @Test("half the desks refuse a bank whose PD is their median limit")
  func fear() throws {
    let numbers = [
      "paper_limit_ratio": 0, "default_probability_annual": 0.2, "default_limit_annual": 0.2,
    ]
    let world = try OffshoreWorld.world(OffshoreWorld.plan(bank: numbers), days: 1)
    #expect(abs(try world.units("CD/CP", of: "MMF") - 980e9) < 1)
  }
}
