import Quantities
import Testing

@testable import Economy

@Suite("Money of the central bank in a world")
struct OfficialMoneyTests {
  @Test("a purchase by the central bank makes reserves of its seller's bank and a deposit")
  func purchase() throws {
    let before = try world(words: ["act": "pay", "other": "BNK"], size: 0)
    let after = try world(size: 10e9)
    let bought = try change("bills", of: "FED", before, after)
    #expect(bought > 0)
    let paid = try change("deposits", of: "RLP", before, after)
    #expect(paid > 0)
    #expect(try change("reserves", of: "BNK", before, after) == paid)
    #expect(try change("bills", of: "RLP", before, after) == -bought)
  }

  @Test("the Treasury sells its own bills: its account rises, reserves and deposits fall")
  func issue() throws {
    let before = try world(words: ["act": "pay", "other": "BNK"], size: 0)
    let words = ["account": "TSY", "money": "TGA"]
    let after = try world(words: words, size: -10e9)
    let raised = try change("TGA", of: "TSY", before, after)
    #expect(raised > 0)
    #expect(try change("reserves", of: "BNK", before, after) == -raised)
    #expect(try change("deposits", of: "RLP", before, after) == -raised)
    #expect(try change("bills", of: "RLP", before, after) > 0)
  }

  @Test("a tax drains the payer's deposit and its bank's reserves, and no more than there is")
  func tax() throws {
    let before = try world(words: ["act": "pay", "other": "BNK"], size: 0)
    let words = ["account": "HN", "act": "pay", "money": "deposits", "other": "TSY/TGA"]
    let after = try world(words: words, size: 10e9)
    for (name, account, sign) in [
      ("deposits", "HN", -1), ("reserves", "BNK", -1), ("TGA", "TSY", 1),
    ] {
      #expect(try change(name, of: account, before, after) == Int64(sign) * 100_000_000_000_000)
    }
    let drained = try world(words: words, size: 9e12)
    #expect(try drained.quantity("reserves", of: "BNK") == 0)
  }

  @Test("a bank lends by owing a deposit; nobody else's money changes")
  func lending() throws {
    let before = try world(words: ["act": "pay", "other": "BNK"], size: 0)
    let words = ["account": "ROW", "act": "lend", "money": "deposits", "other": "BNK"]
    let after = try world(words: words, size: 5e9)
    #expect(try change("deposits", of: "ROW", before, after) == 50_000_000_000_000)
    #expect(try after.quantity("loan of official", of: "BNK") == 50_000_000_000_000)
    #expect(try change("reserves", of: "BNK", before, after) == 0)
  }

  @Test("a bank that borrows from the central bank gets reserves, and everyone else a deposit")
  func centralBankLoan() throws {
    let before = try world(words: ["act": "pay", "other": "BNK"], size: 0)
    for account in ["BNK", "FBK"] {
      let words = ["account": account, "act": "lend", "money": "reserves", "other": "FED"]
      let after = try world(words: words, size: 5e9)
      #expect(try change("reserves", of: account, before, after) == 50_000_000_000_000)
      #expect(try change("deposits", of: account, before, after) == 0)
    }
    let words = ["account": "ROW", "act": "lend", "money": "reserves", "other": "FED"]
    let after = try world(words: words, size: 5e9)
    #expect(try change("deposits", of: "ROW", before, after) == 50_000_000_000_000)
  }

  @Test("a swap line makes reserves and two debts; only the bank itself can draw it")
  func swapLine() throws {
    let words = ["account": "FBK", "act": "swap"]
    let before = try world(words: ["act": "pay", "other": "BNK"], size: 0)
    let after = try world(words: words, size: 3e9)
    #expect(try change("reserves", of: "FBK", before, after) == 30_000_000_000_000)
    #expect(try after.quantity("swap-line claims", of: "FED") == 30_000_000_000_000)
    #expect(try after.quantity("swap-line loans", of: "FO") == 30_000_000_000_000)
    let foreign = try world(words: ["account": "BNK", "act": "swap"], size: 3e9)
    #expect(try foreign.quantity("swap-line claims", of: "FED") == 0)
  }

  @Test("certificates on gold are the Treasury's money at the central bank; no ounce moves")
  func gold() throws {
    let before = try world(words: ["act": "pay", "other": "BNK"], size: 0)
    let after = try world(words: ["account": "TSY", "act": "gold"], size: 752.5e9)
    #expect(try change("TGA", of: "TSY", before, after) == 7_525_000_000_000_000)
    #expect(try change("gold certificates", of: "FED", before, after) == 7_525_000_000_000_000)
    #expect(try change("gold", of: "TSY", before, after) == 0)
  }

  @Test("a debt in yen has the price of yen; a Japanese bank makes yen by lending them")
  func yen() throws {
    let claim = ClaimPlan(
      "yen",
      of: "Japanese banks",
      isBank: true,
      unit: "JPY",
      price: 0.0065,
      quantityDecimals: 2,
      priceDecimals: 8,
      origin: .owedBy("ROW", as: "yen loans"),
      holders: [.init("RLP", 10e12)]
    )
    var plan = plan(
      words: ["account": "ROW", "act": "lend", "money": "yen", "other": "Japanese banks"],
      size: 1e12
    )
    plan.claims = [claim]
    plan.markets.append(
      MarketPlan(
        "yen",
        price: 0.0065,
        value: .news(annualVolatility: 0.1, common: 0),
        dailyVolume: 100e9,
        dailyVolatility: 0.006
      )
    )
    let world = try World(plan, catalogue: Self.catalogue, seed: 1, run: 0)
    try world.run(days: 3)
    let yen = try #require(world.ledger.instrument(named: "yen"))
    for name in ["yen loans", "loan of official"] {
      let loan = try #require(world.ledger.instrument(named: name))
      #expect(world.ledger.price(of: loan) == world.ledger.price(of: yen))
    }
    #expect(world.ledger.price(of: yen) != Price(650_000))
    #expect(try world.quantity("yen", of: "ROW") == 100_000_000_000_000)
    #expect(world.ledger.outstanding(yen).units == 1_100_000_000_000_000)
  }

  @Test("a claim that replaces another one takes its value from the holders")
  func replaces() throws {
    var plan = plan(words: ["act": "pay", "other": "BNK"], size: 0)
    plan.claims = [
      ClaimPlan(
        "growth shares",
        of: "HN",
        price: 100,
        origin: .replaces("SPX shares"),
        holders: [.init("INST", 1e9)]
      )
    ]
    let world = try World(plan, catalogue: Self.catalogue, seed: 1, run: 0)
    #expect(try world.quantity("growth shares", of: "INST") == 10_000_000_000_000)
    #expect(try world.quantity("SPX shares", of: "INST") == 173_000_000_000_000_000)
    plan.claims[0].holders = [.init("DLR", 1)]
    #expect(throws: WorldError.self) {
      try World(plan, catalogue: Self.catalogue, seed: 1, run: 0)
    }
  }

  private static let catalogue = ParticipantCatalogue([Official.self])

  private func plan(
    words: [String: String] = [:],
    size: Double
  ) -> WorldPlan {
    var plan = WorldPlan(start: WorldPlan.standardStart, barsPerDay: 1)
    plan.markets = [
      MarketPlan(
        "bills",
        price: 1,
        value: .par,
        hours: .newYork,
        dailyVolume: 500e9,
        dailyVolatility: 0.000_5
      )
    ]
    plan.participants = [
      ParticipantPlan("official", "official", numbers: ["size_usd": size], words: words)
    ]
    plan.residualProvider = [
      .init("bills", 200e9, from: "MMF"), .init("deposits", 100e9, from: "HN"),
    ]
    return plan
  }

  private func world(
    words: [String: String] = [:],
    size: Double
  ) throws -> World {
    let plan = plan(words: words, size: size)
    let world = try World(plan, catalogue: Self.catalogue, seed: 1, run: 0)
    try world.step()
    return world
  }

  private func change(
    _ name: String,
    of account: String,
    _ before: World,
    _ after: World
  ) throws -> Int64 {
    try after.quantity(name, of: account) - before.quantity(name, of: account)
  }
}
