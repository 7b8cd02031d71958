import Exchange
import Quantities
import Testing

/// The five cases on which the waterfall stands or falls; every step of a session checks that
/// contracts and cash are conserved exactly.
@Suite("Liquidation waterfall")
struct WaterfallTests {
  /// Account 1 is long 10 at 100 with 100 dollars of isolated margin: bankrupt at 90.
  ///
  /// Account 2 is short against it, account 3 makes the market.
  static func session(
    fund: Int64,
    policy: LiquidationPolicy = LiquidationPolicy()
  ) throws
    -> VenueSession
  {
    var session = VenueSession([try Fixture.linear()], policy: policy)
    try session.mark(100)
    if fund > 0 { try session.run(.endowFund(0, Fixture.usd(fund))) }
    try session.open(1, dollars: 100)
    try session.open(2, dollars: 1_000)
    try session.open(3, dollars: 10_000)
    try session.isolate(1)
    try session.trade(long: 1, short: 2, 10, at: 100)
    return session
  }

  @Test("a gap through liquidation and bankruptcy in one tick is paid by the fund")
  func gapThroughBankruptcy() throws {
    var session = try WaterfallTests.session(fund: 1_000)
    try session.order(3, .buy, 20, at: 80)
    let before = try session.wealth()
    let events = try session.mark(80)
    #expect(session.lots(1) == 0)
    #expect(session.wallet(1) == .zero)
    #expect(session.lots(3) == 10)
    #expect(session.fund == Fixture.usd(900))
    #expect(try session.wealth() == before)
    let takeover = try #require(events.forced(.takeover).first)
    #expect(takeover.bankruptcyPrice == Fixture.price(90))
    let close = try #require(events.forced(.takeoverClose).first)
    #expect(close.parent == takeover.id)
    #expect(close.price == Fixture.price(80))
    #expect(close.fundDelta == Fixture.usd(-100))
  }

  @Test("a fund that hits zero in the middle of a position splits it; only the rest is deleveraged")
  func fundExhaustedInMidPosition() throws {
    var session = try WaterfallTests.session(fund: 50)
    try session.order(3, .buy, 20, at: 80)
    let before = try session.wealth()
    let events = try session.mark(80)
    let close = try #require(events.forced(.takeoverClose).first)
    #expect(close.quantity == Amount(50_000))
    #expect(close.fundDelta == Fixture.usd(-50))
    let deleveraged = try #require(events.forced(.autoDeleveraging).first)
    #expect(deleveraged.account == 2)
    #expect(deleveraged.quantity == Amount(50_000))
    #expect(deleveraged.price == Fixture.price(90))
    #expect(session.fund == .zero)
    #expect(session.lots(2) == -5)
    #expect(session.lots(3) == 5)
    // Five closed at 90 instead of 100.
    #expect(session.wallet(2) == Fixture.usd(1_050))
    #expect(try session.wealth() == before)
    #expect(events.uncovered.isEmpty)
  }

  @Test("both sides liquidated in one mark go in the order of their account numbers")
  func bothSidesInOneMark() throws {
    var session = VenueSession([try Fixture.linear("A"), try Fixture.linear("B")])
    try session.run(
      .updateMark(0, Fixture.price(100)),
      .updateMark(1, Fixture.price(100)),
      .endowFund(0, Fixture.usd(10))
    )
    for account in [AccountID(1), 2, 3] { try session.open(account, dollars: 200) }
    try session.open(4, dollars: 5_000)
    // 2 is short of A against 1, and long of B against 4: a fall of B kills it while A falls.
    try session.trade(long: 1, short: 2, 10, at: 100)
    try session.trade(long: 2, short: 4, 10, at: 100, contract: 1)
    try session.trade(long: 4, short: 3, 10, at: 100)
    let before = try session.wealth()
    let events = try session.run(
      .updateMark(0, Fixture.price(75)),
      .updateMark(1, Fixture.price(40))
    )
    #expect(Array(events.triggeredAccounts.prefix(2)) == [1, 2])
    #expect(session.lots(1) == 0)
    #expect(session.lots(2) == 0)
    #expect(session.lots(2, contract: 1) == 0)
    #expect(try session.wealth() == before)
    // Whoever is liquidatable is not deleveraged.
    #expect(!events.forced(.autoDeleveraging).contains { $0.account == 2 })
  }

  @Test(
    "an insolvent counterparty is not deleveraged; the fund keeps the rest and losses are shared"
  )
  func insolventCounterparty() throws {
    var session = VenueSession([try Fixture.linear("A"), try Fixture.linear("B")])
    try session.run(
      .updateMark(0, Fixture.price(100)),
      .updateMark(1, Fixture.price(100))
    )
    try session.open(1, dollars: 100)
    try session.isolate(1)
    try session.open(2, dollars: 200)
    try session.open(4, dollars: 5_000)
    try session.trade(long: 1, short: 2, 10, at: 100)
    try session.trade(long: 2, short: 4, 10, at: 100, contract: 1)
    let before = try session.wealth()
    let events = try session.run(
      .updateMark(0, Fixture.price(80)),
      .updateMark(1, Fixture.price(50))
    )
    #expect(events.forced(.autoDeleveraging).allSatisfy { $0.account != 2 })
    #expect(session.lots(1) == 0)
    #expect(session.lots(2) == 0)
    #expect(session.lots(SystemAccount.insuranceFund) == 0)
    #expect(try session.wealth() == before)
    #expect(!events.uncovered.isEmpty)
  }

  @Test("with no open interest to share a loss over, an error is reported and the loss is booked")
  func nothingToSocialiseOver() throws {
    let term = Contract.Term.dated(
      expiry: Instant(microseconds: 1_000_000_000),
      averaging: .minutes(30)
    )
    var session = VenueSession([try Fixture.linear(term: term)])
    try session.mark(100)
    try session.open(1, dollars: 100)
    try session.open(2, dollars: 1_000)
    try session.trade(long: 1, short: 2, 10, at: 100)
    let before = try session.wealth()
    let events = try session.run(.settle(0, Fixture.price(50)))
    #expect(events.uncovered == [Fixture.usd(400)])
    #expect(session.wallet(1) == .zero)
    #expect(session.wallet(2) == Fixture.usd(1_500))
    #expect(session.wallet(SystemAccount.uncoveredLoss) == Fixture.usd(-400))
    #expect(session.venue.house.openInterest(in: 0) == .zero)
    #expect(try session.wealth() == before)
  }
}
