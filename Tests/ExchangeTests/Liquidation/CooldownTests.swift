import Exchange
import Quantities
import Testing

@Suite("Cooldown after a partial liquidation")
struct CooldownTests {
  /// Account 1 is long 10 at 100 with 100 dollars; at 91.50 its equity is 15 against 18.30, and with
  /// two lots sold at 91 it is 14 against 14.64.
  static func session() throws -> VenueSession {
    var policy = LiquidationPolicy(VenueProfile.hyperliquid, settlement: .usd)
    policy.partialClose = .share(Fraction(1, over: 5), valueMin: Fixture.usd(100), stepsMax: 1)
    var session = VenueSession([try Fixture.linear()], policy: policy)
    try session.mark(100)
    try session.open(1, dollars: 100)
    for account in [AccountID(2), 3] { try session.open(account, dollars: 10_000) }
    try session.trade(long: 1, short: 2, 10, at: 100)
    try session.order(3, .buy, 20, at: 91)
    let events = try session.run(.updateMark(0, Price(9_150)))
    #expect(events.triggeredAccounts == [1])
    #expect(session.lots(1) == 8)
    #expect(session.venue.coolingCount == 1)
    return session
  }

  @Test("a part goes first; the rest goes at the instant at which the cooldown ends")
  func waits() throws {
    var session = try CooldownTests.session()
    let end = session.time + .seconds(30)
    session.time = end - .seconds(2)
    #expect(try session.run(.advance).triggeredAccounts.isEmpty)
    #expect(session.lots(1) == 8)
    session.time = end + .seconds(9)
    let events = try session.run(.updateMark(0, Price(10_000)))
    #expect(events.first == .time(end))
    #expect(events.triggeredAccounts == [1])
    #expect(session.lots(1) == 0)
    #expect(session.venue.coolingCount == 0)
  }

  @Test(
    "below two thirds of maintenance nobody waits, above it everybody does",
    arguments: [(Int64(9_100), Int64(8)), (9_090, 0)]
  )
  func breaks(mark: Int64, left: Int64) throws {
    var session = try CooldownTests.session()
    try session.run(.updateMark(0, Price(mark)))
    #expect(session.lots(1) == left)
  }

  @Test("an account that recovers starts anew")
  func recovers() throws {
    var session = try CooldownTests.session()
    try session.mark(95)
    #expect(session.venue.coolingCount == 0)
    #expect(session.lots(1) == 8)
  }
}
