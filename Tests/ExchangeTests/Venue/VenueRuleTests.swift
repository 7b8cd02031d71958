import Exchange
import Quantities
import Testing

@Suite("Index, mark and funding by rule")
struct VenueRuleTests {
  /// One perpetual of a venue, index 100, rich accounts 1 to 3.
  static func session(
    _ profile: VenueProfile,
    oracle: OracleFeed = OracleFeed(source: .externalIndex)
  ) throws -> VenueSession {
    let plain = try Fixture.linear()
    let market = VenueMarket(
      profile: profile,
      contract: plain.contract,
      schedule: plain.schedule,
      defaultLeverage: Fraction(20),
      oracle: oracle
    )
    var session = VenueSession([market])
    try session.index([100])
    for account in [AccountID(1), 2, 3] { try session.open(account, dollars: 100_000) }
    return session
  }

  @Test("constituents make the index: outliers are dropped, with none usable the last one stands")
  func constituents() throws {
    var session = try VenueRuleTests.session(.dydx)
    try session.index([100, 102, 500])
    #expect(session.venue.mark(of: 0) == Fixture.price(101))
    let events = try session.index([nil, nil])
    #expect(events.contains(.indexMissing(0, considered: 2)))
    #expect(session.venue.mark(of: 0) == Fixture.price(101))
  }

  @Test("the median of three looks at the averaged basis and the last trade")
  func medianOfThree() throws {
    var session = try VenueRuleTests.session(.binance)
    try session.order(1, .buy, 5, at: 101)
    try session.order(2, .sell, 5, at: 103)
    try session.index([100])
    // Funding basis 100 and averaged basis 102, no trade yet.
    #expect(session.venue.mark(of: 0) == Fixture.price(101))
    try session.order(3, .buy, 1, at: 103)
    #expect(session.venue.mark(of: 0) == Fixture.price(102))
  }

  @Test("edge 24: a last trade in an empty book moves no venue's mark", arguments: VenueProfile.all)
  func lastAlone(profile: VenueProfile) throws {
    var session = try VenueRuleTests.session(profile)
    try session.trade(long: 1, short: 2, 1, at: 150)
    try session.index([100])
    #expect(session.venue.mark(of: 0) == Fixture.price(100))
  }

  @Test(
    "funding is due on the rule's clock, capped, and paid on mark or index as the venue says",
    arguments: [
      // 0.95 % of the mark 101.50, cut to 0.4 %; an eighth of 0.95 % of the index 100.
      (VenueProfile.binance, Int64(8 * 3_600), Int64(4_000_000_000), Int64(48_720)),
      (.hyperliquid, 3_600, 1_187_500_000, 14_250),
    ]
  )
  func fundingByRule(profile: VenueProfile, due: Int64, rate: Int64, paid: Int64) throws {
    var session = try VenueRuleTests.session(profile)
    try session.trade(long: 1, short: 2, 10, at: 100)
    try session.order(3, .buy, 5, at: 101)
    try session.order(3, .sell, 5, at: 102)
    try session.index([100])
    try session.order(1, .buy, 2, at: 102)
    let before = session.wallet(1)
    session.time = Instant(microseconds: (due - 2) * 1_000_000)
    #expect(try session.run(.advance).fundingRates.isEmpty)
    let events = try session.run(.advance)
    #expect(events.fundingRates == [Rate(partsPerTrillion: rate)])
    #expect(before - session.wallet(1) == Amount(paid))
    session.time = Instant(microseconds: 2 * due * 1_000_000 - 1_000_000)
    #expect(try session.run(.advance).fundingRates.count == 1)
  }

  @Test(
    "at one instant prices go first, then funding, then the margin test",
    arguments: [true, false]
  )
  func fundingBeforeMargin(pays: Bool) throws {
    var session = try VenueRuleTests.session(.dydx)
    try session.run(.open(4, isHedged: false), .deposit(4, 0, Amount(605_000)))
    try session.trade(long: 4, short: 2, 10, at: 100)
    try session.order(3, .buy, 5, at: 101)
    try session.order(3, .sell, 5, at: 102)
    // Equity 60 − 38 = 22 against 19.24; funding at the cap of 0.6 % takes 5.77.
    let fall = VenueCommand.updateConstituents(0, session.spots([96.2]))
    let events = try pays ? session.run(.fundingInstant(0), fall) : session.run(fall)
    #expect(events.triggeredAccounts == (pays ? [4] : []))
    #expect(events.fundingRates == (pays ? [Rate(partsPerMillion: 6_000)] : []))
  }

  @Test("an oracle's faults reach index and mark")
  func oracleFaults() throws {
    let later = Instant(microseconds: 60_000_000)
    let faults: [(fault: OracleFault, mark: Int64)] = [
      (.stale(since: later), 100), (.offset(factor: Fraction(9, over: 10)), 72),
      (.venueBook(since: later), 65),
    ]
    for (fault, mark) in faults {
      let feed = OracleFeed(source: .externalIndex, faults: [fault])
      var session = try VenueRuleTests.session(.dydx, oracle: feed)
      try session.order(1, .buy, 1, at: 64)
      try session.order(2, .sell, 1, at: 66)
      session.time = later
      try session.index([80])
      #expect(session.venue.mark(of: 0) == Fixture.price(mark), "\(fault)")
    }
  }

  @Test("an oracle of the redemption value waits for one")
  func redemption() throws {
    let feed = OracleFeed(source: .redemptionValue)
    let plain = try Fixture.linear()
    var session = VenueSession([
      VenueMarket(
        profile: .dydx,
        contract: plain.contract,
        schedule: plain.schedule,
        oracle: feed
      )
    ])
    try session.index([80])
    #expect(session.venue.mark(of: 0) == nil)
    try session.run(.updateReference(0, .redemptionValue, Fixture.price(100)))
    #expect(session.venue.mark(of: 0) == Fixture.price(100))
  }

  @Test("external perpetuals join the median with external")
  func externalPerpetuals() throws {
    var session = try VenueRuleTests.session(.hyperliquid)
    try session.order(1, .buy, 1, at: 103)
    try session.order(2, .sell, 1, at: 105)
    try session.run(.updateReference(0, .externalPerpetuals, Fixture.price(102)))
    // No sample yet: oracle 100; book 104; others 102.
    #expect(session.venue.mark(of: 0) == Fixture.price(102))
  }

  @Test("a rule's prices and payments are not set by command, nor the other way round")
  func refusals() throws {
    var ruled = try VenueRuleTests.session(.binance)
    let due = ruled.time + .seconds(60)
    #expect(try ruled.run(.updateIndex(0, Fixture.price(1))).refusals == [.indexNotAsRuled])
    #expect(try ruled.run(.updateMark(0, Fixture.price(1))).refusals == [.markNotExternal])
    #expect(
      try ruled.run(.scheduleFunding(0, .zero, due: due)).refusals == [.fundingNotAsRuled]
    )
    var external = VenueSession([try Fixture.linear()])
    #expect(try external.index([100]).refusals == [.indexNotAsRuled])
    #expect(try external.run(.fundingInstant(0)).refusals == [.fundingNotAsRuled])
  }

  @Test(
    "a market made of a profile takes its requirement, fees and rules",
    arguments: VenueProfile.all
  )
  func fromProfile(profile: VenueProfile) throws {
    for plain in [try Fixture.linear(), try Fixture.inverse()] {
      let market = VenueMarket(
        profile: profile,
        contract: plain.contract,
        schedule: plain.schedule,
        settlementAsset: plain.settlementAsset
      )
      #expect(market.requirement == profile.requirement(for: plain.contract.payoff))
      #expect(market.markRule == .formula(profile.mark))
      #expect(market.fundingRule == profile.funding)
      #expect(market.indexRule == profile.index)
      #expect(market.takerFee == profile.takerFee)
      #expect(market.makerFee == profile.makerFee)
    }
  }
}

extension VenueSession {
  /// Spot prices in dollars as of the next command.
  func spots(_ dollars: [Double?]) -> [IndexConstituent] {
    dollars.enumerated().map { number, price in
      IndexConstituent(
        venue: "spot \(number)",
        price: price.map { Price(Int64(($0 * 100).rounded())) },
        time: time,
        weight: 1
      )
    }
  }

  @discardableResult
  mutating func index(_ dollars: [Double?]) throws -> [VenueEvent] {
    try run(.updateConstituents(0, spots(dollars)))
  }
}

extension [VenueEvent] {
  var fundingRates: [Rate] {
    compactMap { event in
      guard case .funding(_, let rate, _) = event else { return nil }
      return rate
    }
  }
}
