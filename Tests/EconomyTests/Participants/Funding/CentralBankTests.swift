import Quantities
import Testing

@testable import Economy

@Suite("Central bank")
struct CentralBankTests {
  @Test("purchases of bills make as many reserves as they cost, day by day, and I6 holds")
  func purchases() throws {
    let plan = OfficialWorld.plan(
      bank: ["balance_sheet": "reserves"],
      without: ["public_deficit", "debt_issuance", "central_bank_interest"]
    )
    let world = try World(plan, catalogue: OfficialWorld.catalogue, seed: 1, run: 0)
    let before = (try world.units("bills", of: "FED"), try world.units("reserves", of: "BNK"))
    for _ in 0..<40 {
      try world.step()
      #expect(try world.centralBankIdentity() == 0)
    }
    let bought = try world.units("bills", of: "FED") - before.0
    let made = try world.units("reserves", of: "BNK") - before.1
    // Forty days from 21 November are 27 business days but Thanksgiving and Christmas.
    #expect(bought > 45e9 && bought < 52e9)
    #expect(abs(made / bought - 1) < 1e-3)
  }

  @Test("without purchases the same world keeps its reserves to the unit")
  func control() throws {
    let plan = OfficialWorld.plan(
      bank: ["balance_sheet": "reserves"],
      without: ["public_deficit", "debt_issuance", "asset_purchases", "central_bank_interest"]
    )
    let world = try OfficialWorld.world(plan, days: 40)
    #expect(try world.units("reserves", of: "BNK") == 2_350e9)
  }

  @Test("scarce reserves cost: EFFR follows the demand curve at reserves over bank assets")
  func demand() throws {
    let world = try OfficialWorld.world(OfficialWorld.plan(without: ["public_deficit"]), days: 5)
    let reserves = try #require(world.ledger.instrument(named: "reserves"))
    let ratio = Double(world.ledger.outstanding(reserves).units) / 10_000 / 24.5e12
    let expected = 3.90 + ReserveDemand().spread(at: ratio)
    #expect(abs(try world.figure("EFFR") - expected) < 0.01)
  }

  @Test("the floor of the demand for reserves moves EFFR one for one")
  func demandFloor() throws {
    let rates = try [-0.07, -0.17].map { floor in
      let numbers = ["reserve_spread_floor_percent": floor]
      let plan = OfficialWorld.plan(bankNumbers: numbers, without: ["public_deficit"])
      return try OfficialWorld.world(plan, days: 5).figure("EFFR")
    }
    #expect(abs(rates[0] - rates[1] - 0.1) < 1e-12)
  }

  @Test("automatic purchases begin below the ratio and not above it")
  func automatic() throws {
    for (ratio, buys) in [(0.125, true), (0.10, false)] {
      let plan = OfficialWorld.plan(
        bank: ["balance_sheet": "automatic"],
        bankNumbers: ["reserve_ratio_min": ratio, "spread_trigger_percent": 1],
        without: ["public_deficit", "debt_issuance"]
      )
      let world = try OfficialWorld.world(plan, days: 20)
      #expect((try world.units("bills", of: "FED") > 300e9) == buys)
    }
  }

  @Test("the rule moves a quarter point at a time and takes the corridor along")
  func rule() throws {
    let plan = OfficialWorld.plan(bank: ["rate_rule": "rule", "balance_sheet": "hold"])
    let world = try OfficialWorld.world(plan, days: 400)
    let rate = try world.figure("policy rate")
    // r* + π + ½(π − π*) = 4.5 is where it goes: the range 4.25–4.50.
    #expect(rate == 4.375)
    #expect(try world.figure("standing repo rate") == 4.5)
    #expect(try world.figure("IORB") == 4.40)
  }

  @Test("a schedule changes what it does from its days on")
  func schedule() throws {
    let plan = OfficialWorld.plan(
      bank: ["balance_sheet": "hold", "schedule": "30 reserves, 60 runoff"],
      without: ["public_deficit", "debt_issuance"]
    )
    let world = try OfficialWorld.world(plan, days: 30)
    #expect(try world.units("bills", of: "FED") == 300e9)
    try world.run(days: 60)
    let bills = try world.units("bills", of: "FED")
    #expect(bills > 330e9)
    #expect(try world.units("coupons", of: "FED") == 3_900e9)
    // The order of the last day is filled on the next one.
    try world.run(days: 90)
    #expect(try world.units("bills", of: "FED") < bills + 3e9)
    #expect(try world.units("coupons", of: "FED") < 3_897e9)
  }

  @Test(
    "a mode or a schedule that does not exist is refused",
    arguments: [
      ["balance_sheet": "tightening"], ["schedule": "30 tightening"], ["schedule": "reserves"],
      ["schedule": "30 hold, 30 easing"],
    ]
  )
  func refuses(words: [String: String]) throws {
    #expect(throws: WorldError.self) {
      try OfficialWorld.world(OfficialWorld.plan(bank: words), days: 1)
    }
  }
}
