import Exchange
import Quantities
import Testing

@Suite("margin of accounts: cross balances, orders, collateral")
struct AccountMarginTests {
  typealias Fixture = ContractFixture

  private static func schedule() throws -> MarginSchedule {
    .tiers(try TierTable(published: BinanceTiers20241024.btcusdt, in: .usd))
  }

  @Test("the balance behind one contract is the wallet with the surplus of the others")
  func crossBalance() throws {
    let schedule = try AccountMarginTests.schedule()
    let winner = CrossMargin.MarkedPosition(
      position: Position(size: Fixture.coin(1), entryValue: Fixture.dollars(50_000)),
      contract: Fixture.linear,
      schedule: schedule,
      mark: Fixture.price(52_000)
    )
    let loser = CrossMargin.MarkedPosition(
      position: Position(size: Fixture.coin(-0.5), entryValue: Fixture.dollars(24_000)),
      contract: Fixture.linear,
      schedule: schedule,
      mark: Fixture.price(52_000)
    )
    // Winner: +2 000 − (52 000 × 0.5 % − 50); loser: −2 000 − 26 000 × 0.4 %.
    let balance = try CrossMargin.balance(wallet: Fixture.dollars(1_000), others: [winner, loser])
    #expect(balance == Fixture.dollars(1_000 + 2_000 - 210 - 2_000 - 104))
    let totals = try CrossMargin.totals(
      wallet: Fixture.dollars(1_000),
      positions: [winner, loser]
    )
    #expect(totals.equity == Fixture.dollars(1_000))
    #expect(totals.maintenance == Fixture.dollars(314))
  }

  @Test(
    "orders reserve margin for the worse of the two sides",
    arguments: [
      (0.0, 1.0, 0.0, 1.0), (1.0, 0.0, 2.0, 1.0), (1.0, 0.0, 2.5, 1.5), (1.0, 0.5, 2.5, 1.5),
      (-2.0, 3.0, 1.0, 3.0), (-2.0, 1.0, 0.0, 2.0),
    ]
  )
  func worseSide(size: Double, buys: Double, sells: Double, worse: Double) throws {
    let found = try OrderMargin.worseSize(
      of: Fixture.coin(size),
      buys: Fixture.coin(buys),
      sells: Fixture.coin(sells)
    )
    #expect(found == Fixture.coin(worse))
  }

  @Test("a hedge margins each side with the orders that open it")
  func hedge() throws {
    let schedule = try AccountMarginTests.schedule()
    let margin = try OrderMargin.initialMargin(
      long: Fixture.coin(1),
      short: Fixture.coin(0.5),
      openingBuys: Fixture.coin(0.2),
      openingSells: .zero,
      price: Fixture.price(50_000),
      contract: Fixture.linear,
      schedule: schedule,
      leverage: Fraction(10)
    )
    #expect(margin == Fixture.dollars(6_000 + 2_500))
    let oneWay = try OrderMargin.initialMargin(
      size: Fixture.coin(0.5),
      buys: Fixture.coin(0.2),
      sells: .zero,
      price: Fixture.price(50_000),
      contract: Fixture.linear,
      schedule: schedule,
      leverage: Fraction(10)
    )
    #expect(oneWay == Fixture.dollars(3_500))
  }

  @Test("haircuts apply by bracket, round down, and never to a debt")
  func collateral() throws {
    let token = Collateral(brackets: [
      Collateral.Bracket(cap: Fixture.dollars(1_000), haircut: Rate(partsPerMillion: 50_000)),
      Collateral.Bracket(cap: Fixture.dollars(3_000), haircut: Rate(partsPerMillion: 200_000)),
    ])
    #expect(try token.marginValue(of: Fixture.dollars(1_000)) == Fixture.dollars(950))
    #expect(try token.marginValue(of: Fixture.dollars(2_000)) == Fixture.dollars(1_750))
    #expect(try token.marginValue(of: Fixture.dollars(9_000)) == Fixture.dollars(2_550))
    #expect(try token.marginValue(of: Amount(1)) == .zero)
    #expect(try token.marginValue(of: Fixture.dollars(-500)) == Fixture.dollars(-500))
  }

  @Test("equity exactly at the requirement liquidates where the venue says so")
  func trigger() {
    let requirement = Fixture.dollars(10)
    #expect(VenueProfile.binance.trigger.isMet(equity: requirement, requirement: requirement))
    #expect(!VenueProfile.dydx.trigger.isMet(equity: requirement, requirement: requirement))
    #expect(VenueProfile.dydx.trigger.isMet(equity: Fixture.dollars(-1), requirement: requirement))
  }
}
