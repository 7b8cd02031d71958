import Exchange
import Quantities
import Testing

/// The edge cases 24 to 26 of the exchange mechanics, and what a venue refuses.
@Suite("Edge cases of marks, prices and rounding")
struct VenueEdgeCaseTests {
  @Test(
    "edge 24: stale, absent and crossed constituents are dropped; with none left there is no index"
  )
  func index() throws {
    let rule = IndexRule(
      average: .weightedMean,
      staleAfter: .seconds(10),
      outlierBand: Rate(basisPoints: 500)
    )
    let now = Instant(microseconds: 60_000_000)
    let fresh = IndexConstituent(venue: "a", price: Price(100), time: now, weight: 1)
    let stale = IndexConstituent(
      venue: "b",
      price: Price(50),
      time: now - .seconds(11),
      weight: 1
    )
    let crossed = IndexConstituent(venue: "c", price: nil, time: now, weight: 1)
    #expect(try rule.reading(of: [fresh, stale, crossed], at: now).price == Price(100))
    #expect(throws: MarginError.noConstituent(considered: 2)) {
      _ = try rule.reading(of: [stale, crossed], at: now)
    }
  }

  @Test(
    "edge 24: the venue's own last price alone never makes the mark; the band and jumps are cut"
  )
  func markRule() throws {
    let market = try Fixture.linear(
      markRule: .median(band: Rate(basisPoints: 500)),
      indexJumpMax: Rate(basisPoints: 1_000)
    )
    var session = VenueSession([market])
    try session.run(.updateIndex(0, Fixture.price(100)))
    for account in [AccountID(1), 2] { try session.open(account, dollars: 100_000) }
    // A trade far away in an empty book: the index decides.
    try session.trade(long: 1, short: 2, 1, at: 150)
    #expect(session.venue.mark(of: 0) == Fixture.price(100))
    // Book and last trade together move it, up to the band.
    try session.order(1, .buy, 1, at: 140)
    try session.order(2, .sell, 1, at: 160)
    #expect(session.venue.mark(of: 0) == Fixture.price(105))
    // An index that halves is cut to a fall of a tenth.
    try session.run(.updateIndex(0, Fixture.price(50)))
    #expect(session.venue.mark(of: 0) == Price(9_450))
    #expect(
      try session.run(.updateMark(0, Fixture.price(1))).refusals == [.markNotExternal]
    )
  }

  @Test("edge 25: an inverse price of zero is refused before anything is divided")
  func inverseNearZero() throws {
    var session = VenueSession([try Fixture.linear(), try Fixture.inverse()])
    try session.run(.updateMark(1, Fixture.price(100)))
    try session.run(.open(1, isHedged: false), .deposit(1, 1, Amount(100_000)))
    try session.run(.open(2, isHedged: false), .deposit(2, 1, Amount(10_000_000)))
    try session.trade(long: 1, short: 2, 500, at: 100, contract: 1)
    #expect(try session.run(.updateMark(1, Price(0))).refusals == [.amountOutOfRange])
    #expect(try session.run(.updateMark(1, Price(-5))).refusals == [.amountOutOfRange])
    #expect(session.venue.mark(of: 1) == Fixture.price(100))
    let before = try session.wealth(asset: 1)
    let events = try session.run(.updateMark(1, Price(1)))
    #expect(events.triggeredAccounts.contains(1))
    #expect(session.lots(1, contract: 1) == 0)
    #expect(try session.wealth(asset: 1) == before)
  }

  @Test("edge 25: adding isolated margin moves the liquidation price at once")
  func marginMoved() throws {
    for (added, survives) in [(Int64(0), false), (1, true)] {
      var session = try EdgeCaseTests.isolated(margin: 69)
      if added > 0 { try session.run(.moveMargin(1, 0, .net, Fixture.usd(added))) }
      try session.mark(95)
      #expect((session.lots(1) == 10) == survives)
    }
    var session = try EdgeCaseTests.isolated(margin: 69)
    let refused = try session.run(.moveMargin(1, 0, .net, Fixture.usd(-49)))
    #expect(refused.refusals == [.marginInsufficient])
  }

  @Test("edge 26: fees are rounded up, a rebate down; the bankruptcy price against the account")
  func rounding() throws {
    let market = try Fixture.linear(
      takerFee: Rate(partsPerTrillion: 1),
      makerFee: Rate(partsPerTrillion: -1)
    )
    var session = VenueSession([market])
    try session.mark(100)
    for account in [AccountID(2), 3] { try session.open(account, dollars: 10_000) }
    try session.open(1, dollars: 1_000)
    try session.trade(long: 2, short: 3, 1, at: 100)
    #expect(session.wallet(2) == Amount(100_000_000 - 1))
    #expect(session.wallet(3) == Amount(100_000_000))
    #expect(session.wallet(SystemAccount.fees) == Amount(1))
    try session.isolate(1)
    try session.trade(long: 1, short: 2, 3, at: 100)
    try session.run(.moveMargin(1, 0, .net, Fixture.usd(70)))
    // (300 − 100) / 3 = 66.666…: a long's bankruptcy price goes up.
    let takeover = try #require(try session.mark(60).forced(.takeover).first)
    #expect(takeover.bankruptcyPrice == Price(6_667))
    #expect(takeover.fillNotional == Fixture.usd(200))
  }

  @Test("edge 26: funding of indivisible amounts leaves its residue in the rounding account")
  func fundingResidue() throws {
    var session = VenueSession([try Fixture.linear()])
    try session.mark(100)
    for account in [AccountID(1), 2, 3, 4] { try session.open(account, dollars: 1_000) }
    try session.trade(long: 1, short: 2, 1, at: 100)
    try session.trade(long: 1, short: 3, 1, at: 100)
    try session.trade(long: 1, short: 4, 1, at: 100)
    let due = session.time + .seconds(1)
    // 0.5 units per lot: the long pays 1.5 up, the shorts receive 0.5 down.
    try session.run(.scheduleFunding(0, Rate(partsPerTrillion: 500_000), due: due))
    #expect(session.wallet(1) == Amount(10_000_000 - 2))
    #expect(session.wallet(2) == Amount(10_000_000))
    #expect(session.wallet(SystemAccount.rounding) == Amount(2))
  }

  @Test("collateral counts below its worth and is sold before the fund pays")
  func collateral() throws {
    var session = VenueSession([try Fixture.linear()])
    try session.run(
      .updateMark(0, Fixture.price(100)),
      .updateCollateral(2, Fixture.price(10)),
      .endowFund(0, Fixture.usd(100))
    )
    try session.run(.open(1, isHedged: false), .deposit(1, 2, Amount(250_000)))
    try session.open(2, dollars: 10_000)
    // 25 gems at 10, counted at 80 %: 200 dollars.
    #expect(try session.venue.marginStatus(of: 1, .cross(0)).equity == Fixture.usd(200))
    try session.trade(long: 1, short: 2, 10, at: 100)
    let events = try session.mark(81)
    #expect(session.lots(1) == 0)
    #expect(session.wallet(1) == .zero)
    #expect(session.wallet(1, asset: 2) == .zero)
    #expect(events.forced(.collateralSale).map(\.fillNotional) == [Fixture.usd(200)])
  }

  @Test("a reduce-only order never flips the position, and hedge mode has none")
  func reduceOnly() throws {
    var session = VenueSession([try Fixture.linear()])
    try session.mark(100)
    for account in [AccountID(1), 2] { try session.open(account, dollars: 10_000) }
    try session.open(4, dollars: 1_000, isHedged: true)
    try session.trade(long: 1, short: 2, 5, at: 100)
    try session.order(1, .sell, 9, at: 100, isReduceOnly: true)
    try session.order(2, .buy, 9, at: 100)
    #expect(session.lots(1) == 0)
    let refused = try session.order(4, .sell, 1, at: 100, slot: .long, isReduceOnly: true)
    #expect(refused.refusals == [.reduceOnlyInHedgeMode])
    #expect(try session.order(4, .sell, 1, at: 100, slot: .net).refusals == [.slotMismatch])
  }

  @Test("time does not go back")
  func timeReversed() throws {
    var session = VenueSession([try Fixture.linear()])
    try session.mark(100)
    do {
      _ = try session.venue.execute(.advance, at: Instant(microseconds: 1))
      Issue.record("a command of the past was executed")
    } catch {
      #expect(error.code == "venue.time.reversed")
    }
  }

  @Test("every profile of a venue gives a policy", arguments: VenueProfile.all)
  func profiles(profile: VenueProfile) throws {
    let policy = LiquidationPolicy(profile, settlement: .usd)
    var session = try EdgeCaseTests.isolated(margin: 69, fund: 50, policy: policy)
    try session.order(3, .buy, 6, at: 90)
    let before = try session.wealth()
    try session.mark(80)
    #expect(session.lots(1) == 0)
    #expect(try session.wealth() == before)
  }
}
