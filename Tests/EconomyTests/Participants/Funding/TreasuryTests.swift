import Quantities
import Testing

@testable import Economy

@Suite("Treasury")
struct TreasuryTests {
  @Test("the seasons sum to zero over a year")
  func seasons() {
    #expect(abs(TreasuryBudget.seasons.reduce(0, +)) < 1e-9)
    #expect(TreasuryBudget.seasons[3] == -250)
  }

  @Test("spending moves the account into deposits and reserves")
  func spending() throws {
    let plan = OfficialWorld.plan(
      treasury: ["season_scale": 0, "coupon_rate_percent": 0],
      without: ["debt_issuance"]
    )
    let world = try OfficialWorld.world(plan, days: 1)
    let spent = 158e9 / 21
    #expect(abs(try world.units("TGA", of: "TSY") - (900e9 - spent)) < 1)
    #expect(abs(try world.units("reserves", of: "BNK") - (2_350e9 + spent)) < 1)
  }

  @Test("what is spent is borrowed: over a year the debt grows by the deficit")
  func borrowing() throws {
    let world = try OfficialWorld.world(OfficialWorld.plan(), days: 365)
    let bills = try #require(world.ledger.instrument(named: "bills"))
    let coupons = try #require(world.ledger.instrument(named: "coupons"))
    let debt =
      Double(world.ledger.outstanding(bills).units + world.ledger.outstanding(coupons).units)
      / 10_000
    let spent = try world.units("TGA", of: "TSY") - 900e9
    // The deficit of a year, and what the account gained; coupons sell near par.
    let needed = debt - 30_000e9 - spent
    #expect(abs(needed / (12 * 158e9) - 1) < 0.25)
    #expect(try world.units("TGA", of: "TSY") > 400e9)
  }

  @Test("a higher bill target raises the bill share, and nothing else decides it")
  func billShare() throws {
    let low = try OfficialWorld.world(
      OfficialWorld.plan(treasury: ["bill_share_target": 0.15]),
      days: 300
    )
    let high = try OfficialWorld.world(
      OfficialWorld.plan(treasury: ["bill_share_target": 0.30]),
      days: 300
    )
    #expect(try low.figure("bill share") < 0.22)
    #expect(try high.figure("bill share") > 0.23)
    #expect(try high.figure("bill yield") > low.figure("bill yield"))
    #expect(try high.figure("term premium") < low.figure("term premium"))
  }
}
