import Exchange
import Quantities
import Testing

/// The edge cases 11 to 23 of the exchange mechanics, by their numbers there; every step of a
/// session checks that contracts and cash are conserved exactly.
@Suite("Edge cases of margin and liquidation")
struct EdgeCaseTests {
  /// Account 1 is long 10 at 100, isolated, with this margin; account 2 is short; 3 has cash.
  static func isolated(
    margin: Int64,
    fund: Int64 = 0,
    policy: LiquidationPolicy = LiquidationPolicy(),
    market: VenueMarket? = nil
  ) throws -> VenueSession {
    var session = VenueSession([try market ?? Fixture.linear()], policy: policy)
    try session.run(.updateIndex(0, Fixture.price(100)))
    if case .external = session.venue.configuration.markets[0].markRule { try session.mark(100) }
    if fund > 0 { try session.run(.endowFund(0, Fixture.usd(fund))) }
    try session.open(1, dollars: 1_000)
    try session.open(2, dollars: 10_000)
    try session.open(3, dollars: 100_000)
    try session.isolate(1)
    try session.trade(long: 1, short: 2, 10, at: 100)
    try session.run(.moveMargin(1, 0, .net, Fixture.usd(margin - 100)))
    return session
  }

  @Test("edge 11: margin is checked on entry and again at the match; a failing maker is cancelled")
  func marginAtEntryAndMatch() throws {
    var session = VenueSession([try Fixture.linear()])
    try session.mark(100)
    try session.open(1, dollars: 100)
    try session.open(2, dollars: 1_000)
    try session.open(3, dollars: 1_000)
    #expect(try session.order(1, .sell, 11, at: 100).rejections == [.marginInsufficient])
    try session.order(1, .sell, 10, at: 100)
    try session.order(3, .sell, 10, at: 101)
    try session.mark(110)
    let events = try session.order(2, .buy, 10, at: 105)
    #expect(events.cancellations.map(\.reason) == [.marginInsufficient])
    #expect(events.cancellations.map(\.account) == [1])
    #expect(events.fills.map(\.makerAccount) == [3])
    #expect(session.lots(2) == 10)
  }

  @Test(
    "edge 12: equity exactly at maintenance is liquidated if the policy says at or below",
    arguments: [true, false]
  )
  func equalityAtMaintenance(isLiquidated: Bool) throws {
    var policy = LiquidationPolicy()
    policy.liquidatesAtEquality = isLiquidated
    var session = try EdgeCaseTests.isolated(margin: 69, policy: policy)
    // At 95: equity 69 − 50 = 19, maintenance 2 % of 950 = 19.
    let status = try session.venue.marginStatus(of: 1, .isolated(0, .net))
    #expect(status.equity == Fixture.usd(69))
    let events = try session.mark(95)
    #expect(events.triggeredAccounts == (isLiquidated ? [1] : []))
    #expect(session.lots(1) == (isLiquidated ? 0 : 10))
  }

  @Test(
    "edge 12: equity zero and negative before any order was placed",
    arguments: [93, 90, 50, 1]
  )
  func equityGone(dollars: Int64) throws {
    var session = try EdgeCaseTests.isolated(margin: 70, fund: 10_000)
    let wallet = session.wallet(1)
    let before = try session.wealth()
    let events = try session.mark(dollars)
    #expect(events.triggeredAccounts.first == 1)
    #expect(session.lots(1) == 0)
    #expect(session.wallet(1) == wallet, "an isolated loss stays with the isolated margin")
    #expect(try session.wealth() == before)
  }

  @Test("edge 13: a cut to a lower tier frees margin; a value at the cap is in the lower tier")
  func tierCut() throws {
    let tiers = try TierTable(rows: [
      TierRow(
        cap: Fixture.usd(1_000),
        maintenanceRate: Fraction(1, over: 100),
        maxLeverage: Fraction(50)
      ),
      TierRow(cap: nil, maintenanceRate: Fraction(1, over: 20), maxLeverage: Fraction(10)),
    ])
    #expect(try tiers.tierIndex(of: Fixture.usd(1_000)) == 0)
    var session = VenueSession([try Fixture.linear(tiers: tiers)])
    try session.mark(100)
    try session.open(1, dollars: 200)
    try session.open(2, dollars: 10_000)
    try session.open(3, dollars: 10_000)
    try session.isolate(1)
    try session.trade(long: 1, short: 2, 20, at: 100)
    try session.order(3, .buy, 50, at: 92)
    // At 92: equity 40, maintenance 5 % of 1 840 − 40 = 52; ten lots are worth 920.
    let events = try session.mark(92)
    #expect(events.forcedTrades.map(\.kind) == [.liquidation])
    #expect(events.forcedTrades.map(\.quantity) == [Amount(100_000)])
    #expect(session.lots(1) == 10)
    #expect(session.wallet(1) == Fixture.usd(20))
    let status = try session.venue.marginStatus(of: 1, .isolated(0, .net))
    #expect(status.maintenance == Amount(92_000))
    #expect(status.equity == Fixture.usd(20))
  }

  @Test("edge 14: a nearly flat hedge has no liquidation price; netting may be enough")
  func hedge() throws {
    var session = VenueSession([try Fixture.linear()])
    try session.mark(100)
    try session.open(4, dollars: 250, isHedged: true)
    try session.open(5, dollars: 250, isHedged: true)
    try session.open(2, dollars: 100_000)
    try session.trade(long: 4, short: 2, 10, at: 100, longSlot: .long)
    try session.trade(long: 2, short: 4, 10, at: 100, shortSlot: .short)
    for dollars in [1, 50, 150, 500] {
      #expect(try session.mark(Int64(dollars)).triggeredAccounts.isEmpty)
    }
    try session.mark(100)
    try session.trade(long: 5, short: 2, 10, at: 100, longSlot: .long)
    try session.trade(long: 2, short: 5, 4, at: 100, shortSlot: .short)
    // At 60: equity 10, maintenance 16.8 on both sides, 7.2 on what netting leaves: safe again.
    let netting = try session.mark(60)
    #expect(netting.triggeredAccounts == [5])
    #expect(netting.forcedTrades.isEmpty)
    #expect(session.lots(5, slot: .long) == 6)
    #expect(session.lots(5, slot: .short) == 0)
    let events = try session.mark(59)
    #expect(events.forced(.takeover).map(\.quantity) == [Amount(60_000)])
    #expect(session.lots(5, slot: .long) == 0)
  }

  @Test(
    "edge 15: which position of a cross account goes first is the policy's rule",
    arguments: [
      (LiquidationPolicy.PositionOrder.largestLoss, ContractID(1)),
      (.largestMaintenance, 0), (.contractNumber, 0),
    ]
  )
  func positionOrder(order: LiquidationPolicy.PositionOrder, first: ContractID) throws {
    var policy = LiquidationPolicy()
    policy.positionOrder = order
    var session = VenueSession([try Fixture.linear("A"), try Fixture.linear("B")], policy: policy)
    try session.run(.updateMark(0, Fixture.price(100)), .updateMark(1, Fixture.price(100)))
    try session.open(1, dollars: 300)
    try session.open(2, dollars: 10_000)
    try session.trade(long: 1, short: 2, 10, at: 100)
    try session.trade(long: 1, short: 2, 10, at: 100, contract: 1)
    let events = try session.run(
      .updateMark(0, Fixture.price(110)),
      .updateMark(1, Fixture.price(60))
    )
    #expect(events.forced(.takeover).map(\.contract).first == first)
    #expect(session.lots(1) == 0 && session.lots(1, contract: 1) == 0)
    #expect(session.wallet(1) == .zero)
  }

  @Test(
    "edge 16: triggers of one tick go by account number, whoever traded first",
    arguments: [[AccountID(7), 5], [5, 7]]
  )
  func triggerOrder(openers: [AccountID]) throws {
    var session = VenueSession([try Fixture.linear()])
    try session.mark(100)
    try session.open(2, dollars: 10_000)
    for account in openers {
      try session.open(account, dollars: 100)
      try session.trade(long: account, short: 2, 10, at: 100)
    }
    #expect(try session.mark(85).triggeredAccounts == [5, 7])
  }

  @Test("edge 17: fills move the mark; triggers are queued, re-tested, bounded and carried over")
  func cascade() throws {
    var policy = LiquidationPolicy()
    policy.roundsMax = 1
    let market = try Fixture.linear(markRule: .median(band: Rate(basisPoints: 5_000)))
    var session = try EdgeCaseTests.isolated(
      margin: 69,
      fund: 1_000,
      policy: policy,
      market: market
    )
    try session.open(5, dollars: 1_000)
    try session.isolate(5)
    try session.trade(long: 5, short: 2, 10, at: 100)
    try session.run(.moveMargin(5, 0, .net, Fixture.usd(60)))
    try session.order(3, .buy, 10, at: 90)
    try session.order(3, .buy, 100, at: 70)
    try session.order(3, .sell, 1, at: 100)
    // The mark is the median of index 80, mid 95 and last trade 100.
    let first = try session.run(.updateIndex(0, Fixture.price(80)))
    #expect(first.triggeredAccounts == [1])
    let close = try #require(first.forced(.takeoverClose).first)
    #expect(close.price == Fixture.price(90))
    #expect(session.venue.mark(of: 0) == Fixture.price(85))
    #expect(first.contains(.carriedOver(1)))
    #expect(session.lots(5) == 10)
    let second = try session.run(.advance)
    #expect(second.triggeredAccounts == [5])
    #expect(second.forced(.takeover).map(\.parent) == [close.id])
    #expect(session.lots(5) == 0)
  }

  @Test("edge 18: the liquidated account's own orders leave the book before its depth is used")
  func ownOrders() throws {
    var session = VenueSession([try Fixture.linear()])
    try session.mark(100)
    try session.open(1, dollars: 200)
    try session.open(2, dollars: 10_000)
    try session.open(3, dollars: 10_000)
    try session.trade(long: 1, short: 2, 10, at: 100)
    try session.order(1, .buy, 5, at: 92)
    try session.order(3, .buy, 20, at: 81)
    let events = try session.mark(81)
    #expect(events.cancellations.map(\.reason) == [.liquidation])
    #expect(events.fills.map(\.makerAccount) == [3])
    #expect(events.fills.map(\.quantity) == [10])
  }

  @Test("edge 19: a fill better than bankruptcy feeds the fund, or partly the account")
  func surplus() throws {
    for (share, toFund) in [(Rate?.none, Int64(100_000)), (Rate(basisPoints: 50), 45_500)] {
      var policy = LiquidationPolicy()
      policy.surplusShareMax = share
      var session = try EdgeCaseTests.isolated(margin: 100, policy: policy)
      try session.order(3, .buy, 20, at: 91)
      let wallet = session.wallet(1)
      let events = try session.mark(91)
      #expect(session.fund == Amount(toFund))
      #expect(session.wallet(1) - wallet == Amount(100_000 - toFund))
      #expect(events.forced(.takeoverClose).map(\.fundDelta) == [Amount(toFund)])
    }
  }

  @Test(
    "edge 20: deleveraging closes exactly the shortfall; equal scores go by account number",
    arguments: AutoDeleveragingRanking.allCases
  )
  func deleveragingTies(ranking: AutoDeleveragingRanking) throws {
    var policy = LiquidationPolicy()
    policy.deleveragingRanking = ranking
    var session = VenueSession([try Fixture.linear()], policy: policy)
    try session.mark(100)
    try session.open(1, dollars: 100)
    try session.isolate(1)
    for account in [AccountID(6), 4] { try session.open(account, dollars: 1_000) }
    try session.trade(long: 1, short: 6, 5, at: 100)
    try session.trade(long: 1, short: 4, 5, at: 100)
    try session.open(8, dollars: 10_000)
    try session.trade(long: 8, short: 6, 1, at: 100)
    try session.trade(long: 8, short: 4, 1, at: 100)
    let closed = try session.mark(80).forced(.autoDeleveraging)
    #expect(closed.reduce(Amount.zero) { $0 + $1.quantity } == Amount(100_000))
    switch ranking {
    case .proRata: #expect(closed.map(\.quantity) == [Amount(50_000), Amount(50_000)])
    case .pseudoRandom: #expect(closed.count == 2)
    default:
      #expect(closed.map(\.account) == [4, 6])
      #expect(closed.map(\.quantity) == [Amount(60_000), Amount(40_000)])
    }
    #expect(session.lots(4) + session.lots(6) == -2)
  }

  @Test("edge 20: a candidate is closed no further than it stays solvent; losers follow winners")
  func deleveragingCap() throws {
    var session = VenueSession([try Fixture.linear()])
    try session.mark(50)
    for account in [AccountID(4), 6] { try session.open(account, dollars: 10_000) }
    try session.open(9, dollars: 100_000)
    // 6 is short from 50 and loses when the price is 80; 4 is short from 100 and wins.
    try session.trade(long: 9, short: 6, 8, at: 50)
    try session.mark(100)
    try session.open(1, dollars: 100)
    try session.isolate(1)
    try session.trade(long: 1, short: 4, 4, at: 100)
    try session.trade(long: 1, short: 9, 6, at: 100)
    let events = try session.mark(80)
    let closed = events.forced(.autoDeleveraging)
    #expect(closed.map(\.account) == [4, 6])
    #expect(closed.map(\.quantity) == [Amount(40_000), Amount(60_000)])
  }

  @Test("edge 20: candidates are cut to their lots; the order of the list does not matter")
  func allocation() {
    let all = [
      AutoDeleveragingCandidate(account: 3, slot: .net, lotsMax: 5, score: 1),
      AutoDeleveragingCandidate(account: 1, slot: .net, lotsMax: 2, score: 1),
      AutoDeleveragingCandidate(account: 2, slot: .net, lotsMax: 9, score: .nan),
      AutoDeleveragingCandidate(account: 4, slot: .net, lotsMax: 0, score: 9),
    ]
    for list in [all, all.reversed()] {
      let queue = AutoDeleveragingCandidate.allocate(10, among: list, ranking: .queue)
      #expect(queue.map(\.candidate.account) == [1, 3, 2])
      #expect(queue.map(\.lots) == [2, 5, 3])
      let shared = AutoDeleveragingCandidate.allocate(8, among: list, ranking: .proRata)
      #expect(shared.map(\.lots) == [1, 5, 2])
      #expect(shared.map(\.candidate.account) == [1, 2, 3])
      let everything = AutoDeleveragingCandidate.allocate(99, among: list, ranking: .proRata)
      #expect(everything.map(\.lots) == [2, 9, 5])
    }
  }

  @Test("edge 21: a position that the fund keeps counts in open interest")
  func fundPosition() throws {
    var policy = LiquidationPolicy()
    policy.remainder = .heldByFund
    var session = try EdgeCaseTests.isolated(margin: 100, fund: 1_000, policy: policy)
    try session.mark(85)
    #expect(session.lots(1) == 0)
    #expect(session.lots(SystemAccount.insuranceFund) == 10)
    #expect(session.venue.house.openInterest(in: 0) == Amount(100_000))
    // It is sold as soon as the book pays its entry value, the bankruptcy price.
    let events = try session.order(3, .buy, 4, at: 90)
    #expect(events.forced(.takeoverClose).map(\.quantity) == [Amount(40_000)])
    #expect(session.lots(SystemAccount.insuranceFund) == 6)
    #expect(session.fund == Fixture.usd(1_000))
  }

  @Test("edge 22: no profits to claw back is an error that is reported, not a division by zero")
  func noProfits() throws {
    let term = Contract.Term.dated(
      expiry: Instant(microseconds: 1_000_000_000),
      averaging: .minutes(30)
    )
    var policy = LiquidationPolicy()
    policy.socialisation = .profit
    var session = VenueSession([try Fixture.linear(term: term)], policy: policy)
    try session.mark(100)
    try session.open(1, dollars: 100)
    try session.open(2, dollars: 1_000)
    try session.trade(long: 1, short: 2, 10, at: 100)
    let events = try session.run(.settle(0, Fixture.price(50)))
    #expect(events.uncovered == [Fixture.usd(400)])
    #expect(session.wallet(SystemAccount.uncoveredLoss) == Fixture.usd(-400))
  }

  @Test("edge 22: a loss is shared over open interest, by size")
  func sharedOverOpenInterest() throws {
    var session = VenueSession([try Fixture.linear("A"), try Fixture.linear("B")])
    try session.run(.updateMark(0, Fixture.price(100)), .updateMark(1, Fixture.price(100)))
    for account in [AccountID(1), 2, 3, 4] { try session.open(account, dollars: 1_000) }
    try session.trade(long: 3, short: 4, 10, at: 100, contract: 1)
    try session.trade(long: 1, short: 2, 50, at: 100)
    let before = try session.wealth()
    let events = try session.run(.settle(0, Fixture.price(78)))
    // The long loses 1 100 of its 1 000; 3 and 4 hold equal sizes.
    #expect(events.forced(.socialisation).map(\.account) == [3, 4])
    #expect(
      events.forced(.socialisation).map(\.fillNotional) == [Fixture.usd(50), Fixture.usd(50)]
    )
    #expect(events.uncovered.isEmpty)
    #expect(try session.wealth() == before)
  }

  @Test("edge 23: at one instant funding is paid before margin is tested")
  func fundingFirst() throws {
    var session = try EdgeCaseTests.isolated(margin: 100)
    try session.run(.withdraw(1, 0, session.wallet(1)))
    let due = session.time + .seconds(1)
    // At 93 the position is safe by 11.4; the funding of 1.5 %, 13.95, makes the difference.
    let events = try session.run(
      .scheduleFunding(0, Rate(basisPoints: 150), due: due),
      .updateMark(0, Fixture.price(93))
    )
    let words = events.compactMap { $0.line.split(separator: " ").first.map(String.init) }
    let funding = try #require(words.firstIndex(of: "funding"))
    let triggered = try #require(words.firstIndex(of: "triggered"))
    #expect(funding < triggered)
    #expect(events.triggeredAccounts == [1])
    #expect(session.wallet(2) > Fixture.usd(10_000))
  }

  @Test("edge 23: funding that is overdue is paid at its own time, before anything later")
  func overdueFunding() throws {
    var session = try EdgeCaseTests.isolated(margin: 100)
    let due = session.time + .seconds(2)
    try session.run(.scheduleFunding(0, Rate(basisPoints: 100), due: due))
    session.time = due + .seconds(5)
    let events = try session.mark(99)
    #expect(events.first == .time(due))
    guard case .funding(0, _, _) = events[1] else {
      Issue.record("funding does not come first: \(events)")
      return
    }
    // At the old mark of 100: 1 % of 1 000.
    #expect(session.wallet(2) == Fixture.usd(10_010))
  }

  @Test("edge 23: funding alone can bankrupt an account")
  func fundingBankrupts() throws {
    var session = try EdgeCaseTests.isolated(margin: 69)
    try session.run(.withdraw(1, 0, session.wallet(1)))
    let due = session.time + .seconds(1)
    let before = try session.wealth()
    let events = try session.run(.scheduleFunding(0, Rate(basisPoints: 1_000), due: due))
    #expect(events.triggeredAccounts == [1])
    #expect(session.lots(1) == 0)
    #expect(session.wallet(1) == .zero)
    #expect(try session.wealth() == before)
  }
}
