import Quantities
import Statistics
import Testing

@testable import Economy

@Suite("Curve of a world")
struct BondCurveTests {
  @Test("without its mechanisms supply moves no yield at all")
  func control() throws {
    let plan = OfficialWorld.plan(without: ["term_premium", "bill_spread"])
    let world = try World(plan, catalogue: OfficialWorld.catalogue, seed: 1, run: 0)
    try world.step()
    let first = try world.figure("term premium")
    try world.run(days: 200)
    #expect(try world.figure("term premium") == first)
  }

  @Test("coupons fall by duration times the rise of their yield")
  func value() throws {
    let world = try World(
      OfficialWorld.plan(),
      catalogue: OfficialWorld.catalogue,
      seed: 1,
      run: 0
    )
    try world.step()
    let start = try world.figure("ten-year yield")
    try world.run(days: 200)
    let change = try world.figure("ten-year yield") - start
    #expect(change != 0)
    let value = try world.figure("coupons value")
    #expect(abs(value - Libm.exp(-6 * change / 100)) < 1e-9)
  }

  @Test("shifts of its level move the yields by as much, and no price")
  func levels() throws {
    var plan = OfficialWorld.plan(without: ["public_deficit", "debt_issuance"])
    let standard = try OfficialWorld.world(plan, days: 3)
    let place = try #require(plan.participants.firstIndex { $0.kind == "bond_curve" })
    plan.participants[place].numbers = [
      "term_premium_shift_percent": -1, "bill_yield_shift_percent": 0.5,
    ]
    let shifted = try OfficialWorld.world(plan, days: 3)
    let changes = try ["term premium", "ten-year yield", "bill yield", "coupons value"].map {
      try shifted.figure($0) - standard.figure($0)
    }
    // Three months have a fortieth of the ten-year premium.
    for (change, expected) in zip(changes, [-1, -1, 0.5 - 0.025, 0]) {
      #expect(abs(change - expected) < 1e-12)
    }
  }

  @Test("the long-run rate moves the ten-year yield by what is expected of ten years")
  func longRun() throws {
    var plan = OfficialWorld.plan(without: ["public_deficit", "debt_issuance"])
    let standard = try OfficialWorld.world(plan, days: 3)
    let place = try #require(plan.participants.firstIndex { $0.kind == "bond_curve" })
    plan.participants[place].numbers = ["long_run_rate_percent": 4]
    let shifted = try OfficialWorld.world(plan, days: 3)
    let change = try shifted.figure("ten-year yield") - standard.figure("ten-year yield")
    // One less the mean of 0.97ⁿ over 120 months: 1 − (1 − 0.97^120)/3.6.
    #expect(abs(change - (1 - (1 - Libm.pow(0.97, 120)) / 3.6)) < 1e-12)
  }
}
