import Quantities
import Testing

@testable import Economy

@Suite("Exchanges in the opening sheet")
struct SheetAdjustmentTests {
  private static let start = WorldPlan.standardStart

  private func world(
    _ sheet: [SheetAdjustment],
    figures: [String: Double] = [:]
  ) throws(WorldError) -> World {
    try World(
      WorldPlan(start: Self.start, sheet: sheet, openingFigures: figures),
      catalogue: ParticipantCatalogue([]),
      seed: 1,
      run: 0
    )
  }

  @Test("own debt is issued or cancelled, other assets change hands, nobody's net worth changes")
  func exchanges() throws {
    let before = try world([])
    let after = try world([
      SheetAdjustment("BNK", gets: "coupons", from: "FED", for: "reserves", dollars: 1_000e9),
      SheetAdjustment("TSY", gets: "TGA", from: "FED", for: "coupons", dollars: 50e9),
      SheetAdjustment("INST", gets: "MBS", from: "FED", for: "coupons", dollars: 200e9),
      SheetAdjustment(
        "HN",
        gets: "Fed premises and other",
        from: "HN",
        for: "real capital",
        dollars: 3e9
      ),
      SheetAdjustment(
        "FED",
        gets: "Fed premises and other",
        from: "HN",
        for: "currency",
        dollars: 3e9
      ),
    ])
    #expect(try after.units("reserves", of: "BNK") == 1_350e9)
    #expect(try after.units("coupons", of: "BNK") == 2_700e9)
    #expect(try after.units("coupons", of: "FED") == 3_900e9 - 1_000e9 + 50e9 + 200e9)
    #expect(try after.units("TGA", of: "TSY") == 950e9)
    #expect(try after.units("MBS", of: "FED") == 1_850e9)
    #expect(try after.units("currency", of: "HN") == 2_403e9)
    #expect(try after.units("Fed premises and other", of: "FED") == 292e9)
    #expect(try after.units("real capital", of: "HN") == 57_997e9)
    for name in before.accountNames {
      let account = try #require(before.ledger.account(named: name))
      #expect(before.ledger.netWorth(of: account) == after.ledger.netWorth(of: account), "\(name)")
    }
    #expect(try after.centralBankIdentity() == 0)
    try after.step()
    #expect(try after.centralBankIdentity() == 0)
  }

  @Test(
    "what cannot be exchanged is refused with its place",
    arguments: [
      (
        SheetAdjustment("BNK", gets: "coupons", from: "FED", for: "reserves", dollars: 3e12),
        "reserves from BNK"
      ),
      (
        SheetAdjustment("INST", gets: "bills", from: "FED", for: "coupons", dollars: 301e9),
        "bills from FED"
      ),
      (SheetAdjustment("BNK", gets: "BTC", from: "RLP", for: "reserves", dollars: 1e9), "BTC"),
      (
        SheetAdjustment("HN", gets: "coupons", from: "HN", for: "bills", dollars: 1e9),
        "outside asset"
      ),
      (
        SheetAdjustment("BNK", gets: "bills", from: "FED", for: "reserves", dollars: -1),
        "0 or more"
      ),
      (
        SheetAdjustment("NOBODY", gets: "bills", from: "FED", for: "reserves", dollars: 1), "NOBODY"
      ),
    ]
  )
  func refusals(change: SheetAdjustment, expected: String) throws {
    let error = #expect(throws: WorldError.self) { _ = try world([change]) }
    #expect(try #require(error).description.contains(expected), "\(String(describing: error))")
  }

  @Test("a figure of the plan is there at the opening")
  func figures() throws {
    #expect(try world([], figures: ["EFFR": 2.13]).figure("EFFR") == 2.13)
  }
}
