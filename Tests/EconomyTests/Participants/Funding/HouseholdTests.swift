import Quantities
import Testing

@testable import Economy

@Suite("Households")
struct HouseholdTests {
  @Test("a tax payment moves deposits, reserves and the Treasury's account by its size")
  func taxes() throws {
    let quiet: Set<String> = ["public_deficit", "debt_issuance", "household_saving"]
    var plan = FundingWorld.plan(without: quiet)
    let before = try FundingWorld.world(plan, days: 4)
    plan.shocks = [WorldShock(.taxPayment, name: "taxes", day: 3, size: 60e9)]
    let after = try FundingWorld.world(plan, days: 4)
    #expect(try after.units("TGA", of: "TSY") - before.units("TGA", of: "TSY") == 60e9)
    #expect(try before.units("deposits", of: "HN") - after.units("deposits", of: "HN") == 60e9)
    plan.without = quiet.union(["taxes"])
    let control = try FundingWorld.world(plan, days: 4)
    #expect(control.days.map(\.hash) == before.days.map(\.hash))
  }

  @Test("what the Treasury asks for in a month of surplus is paid")
  func seasons() throws {
    // April 2026 is the first month of a surplus: 130 days after the opening.
    let world = try FundingWorld.world(FundingWorld.plan(), days: 145)
    #expect(try world.figure("tax due") > 1e9)
    let control = try FundingWorld.world(FundingWorld.plan(without: ["taxes"]), days: 145)
    #expect(try world.units("TGA", of: "TSY") > control.units("TGA", of: "TSY") + 10e9)
  }

  @Test("what the Treasury spends comes back: shares, bills and coupons grow and deposits do not")
  func saves() throws {
    let world = try FundingWorld.world(FundingWorld.plan(), days: 200)
    #expect(try world.units("MMF shares", of: "HN") > 4_040e9)
    // The residual provider opens with 400 of the sheet's 1 200.
    #expect(try world.units("bills", of: "HN") > 820e9)
    #expect(try world.units("coupons", of: "HN") > 3_200e9)
    let control = try FundingWorld.world(
      FundingWorld.plan(without: ["household_saving"]),
      days: 200
    )
    #expect(try control.units("MMF shares", of: "HN") == 4_000e9)
    #expect(
      try control.units("deposits", of: "HN") > 300e9 + world.units("deposits", of: "HN")
    )
    #expect(try control.units("deposits", of: "RLP") < world.units("deposits", of: "RLP"))
  }
}
