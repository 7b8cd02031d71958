import Quantities
import Testing

@testable import Economy

@Suite("ETF issuer")
struct ETFIssuerTests {
  private static let sixFunds: [(String, Double)] = [
    ("ARKB", 45_000), ("BITB", 42_000), ("FBTC", 205_000), ("GBTC", 170_000), ("IBIT", 780_000),
    ("OTHR", 188_000),
  ]

  @Test("six funds take over all of the sheet's shares and nobody gains or loses")
  func takesOverTheSheet() throws {
    let before = try FundWorld.world([])
    let after = try FundWorld.world(Self.sixFunds.map { FundWorld.issuer($0.0, coins: $0.1) })
    let sheet = try #require(after.ledger.instrument(named: "ETF shares"))
    #expect(after.ledger.outstanding(sheet) == .zero)
    #expect(try after.units("BTC", of: "ETF") == 0)
    for name in ["INST", "RETAIL", "RLP", "ETF"] {
      let account = try #require(before.ledger.account(named: name))
      #expect(after.ledger.netWorth(of: account) == before.ledger.netWorth(of: account), "\(name)")
    }
    for (name, _) in Self.sixFunds {
      let account = try #require(after.ledger.account(named: name))
      #expect(after.ledger.netWorth(of: account) == 0, "a fund owns nothing: \(name)")
    }
  }

  @Test("what no fund takes over stays with the sheet's funds")
  func leavesTheResidue() throws {
    let world = try FundWorld.world([FundWorld.issuer()])
    #expect(try world.units("BTC", of: "ETF") == 650_000)
    #expect(try world.units("BTC", of: "IBIT") == 780_000)
    let shares = try #require(world.ledger.instrument(named: "IBIT shares"))
    #expect(world.ledger.outstanding(shares) == Amount(780_000 * 10_000))
  }

  @Test("funds that want more than the sheet has are refused with the field's name")
  func refusesTooMuch() throws {
    let plan = try FundWorld.plan([FundWorld.issuer(), FundWorld.issuer("X", coins: 700_000)])
    #expect {
      _ = try World(plan, catalogue: FundWorld.catalogue, seed: 1, run: 0)
    } throws: { error in
      guard case WorldError.invalid(let field, _, _, _) = error else { return false }
      return field == "participants.X.holdings_coins"
    }
  }

  @Test("the fee leaves a share with (1 − fee/365) of its coins a day")
  func takesItsFee() throws {
    let world = try FundWorld.world([FundWorld.issuer(numbers: ["fee_annual": 0.015])], days: 10)
    var expected = 1.0
    for _ in 0..<10 { expected *= 1 - 0.015 / 365 }
    #expect(abs(try world.units("BTC", of: "IBIT") / 780_000 - expected) < 1e-12)
    #expect(abs(try world.figure("IBIT coins per share") - expected) < 1e-9)
    #expect(abs(try world.units("BTC", of: "INST") - 780_000 * (1 - expected)) < 1e-6)
  }

  @Test("without fees not a satoshi leaves")
  func keepsItsCoinsWithoutFees() throws {
    let world = try FundWorld.world([FundWorld.issuer()], without: ["etf_fees"], days: 5)
    #expect(try world.units("BTC", of: "IBIT") == 780_000)
    #expect(try world.figure("IBIT coins per share") == 1)
  }

  @Test("creations are published and move the average cost to their price in proportion")
  func publishesFlows() throws {
    let creator = FundWorld.trader(
      "create",
      market: "IBIT shares",
      dollarsPerBar: 1e8,
      days: 1...1,
      endowments: [.init("BTC", 100_000, from: "RLP")]
    )
    let world = try FundWorld.world([FundWorld.issuer(), creator], without: ["etf_fees"], days: 2)
    let created = try world.units("IBIT shares", of: "trader")
    #expect(created > 6 * 0.99e8 / 85_129.43)
    let creations = try world.figure("IBIT creations")
    #expect(abs(creations / (created * 85_129.43) - 1) < 1e-6)
    #expect(try world.figure("IBIT redemptions") == 0)
    let cost = (90_146 * 780_000 + 85_129.43 * created) / (780_000 + created)
    #expect(abs(try world.figure("IBIT average cost") - cost) < 0.01)
  }

  @Test("with the window closed nobody creates")
  func closesItsWindow() throws {
    let creator = FundWorld.trader(
      "create",
      market: "IBIT shares",
      dollarsPerBar: 1e8,
      days: 0...1,
      endowments: [.init("BTC", 100_000, from: "RLP")]
    )
    let world = try FundWorld.world(
      [FundWorld.issuer(), creator],
      without: ["etf_window"],
      days: 2
    )
    #expect(try world.units("IBIT shares", of: "trader") == 0)
    #expect(try world.units("BTC", of: "trader") == 100_000)
  }

  @Test("a theft is published as fewer coins a share, and because of the shock")
  func publishesATheft() throws {
    let theft = WorldShock(
      .hack,
      name: "theft",
      day: 1,
      hour: 3,
      market: "BTC",
      target: "IBIT",
      size: 8.512943e9
    )
    let world = try FundWorld.world(
      [FundWorld.issuer()],
      shocks: [theft],
      without: ["etf_fees"],
      days: 2
    )
    #expect(abs(try world.figure("IBIT coins per share") - 680_000.0 / 780_000) < 1e-6)
    let told = world.causes.events.indices.filter { world.causes.events[$0].kind == .consequence }
    #expect(told.count == 1)
    #expect(world.causes.orphanCount == 0)
  }
}
