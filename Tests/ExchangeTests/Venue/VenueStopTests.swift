import Exchange
import Quantities
import Testing

@Suite("Stops and amendments through the venue")
struct VenueStopTests {
  static func session(dollars: Int64 = 10_000) throws -> VenueSession {
    var session = VenueSession([
      try Fixture.linear(markRule: .median(band: Rate(basisPoints: 2_000)))
    ])
    try session.run(.updateIndex(0, Fixture.price(100)))
    try session.open(1, dollars: dollars)
    for account in [AccountID(2), 3] { try session.open(account, dollars: 100_000) }
    return session
  }

  static func stop(
    _ id: OrderID,
    _ account: AccountID,
    lots: Int64,
    _ reference: StopReference,
    below dollars: Int64,
    isReduceOnly: Bool = false
  ) -> VenueCommand {
    var order = Order.limit(id: id, account: account, side: .sell, price: 100, quantity: lots)
    order.isReduceOnly = isReduceOnly
    order.timeInForce = .immediateOrCancel
    let stop = StopOrder(
      order: order,
      reference: reference,
      condition: .atOrBelow,
      trigger: dollars * 100
    )
    return .submitStop(0, stop, .net)
  }

  @Test("mark, last and index each fire their own stops", arguments: StopReference.allCases)
  func references(reference: StopReference) throws {
    var session = try VenueStopTests.session()
    try session.trade(long: 1, short: 2, 4, at: 100)
    try session.run(VenueStopTests.stop(900, 1, lots: 4, reference, below: 95))
    try session.order(3, .buy, 10, at: 90)
    // The index falls; without a book to the other side the mark is the index, the last stays.
    let fall = try session.run(.updateIndex(0, Fixture.price(94)))
    #expect(fall.firedStops == (reference == .last ? [] : [900]))
    let sale = try session.order(2, .sell, 1, at: 90)
    #expect(sale.firedStops == (reference == .last ? [900] : []))
    #expect(session.lots(1) == 0)
  }

  @Test("a stop that fires trades on and fires the next, the highest trigger first")
  func chain() throws {
    var session = try VenueStopTests.session()
    try session.trade(long: 1, short: 2, 4, at: 100)
    try session.run(VenueStopTests.stop(901, 1, lots: 2, .last, below: 90))
    try session.run(VenueStopTests.stop(902, 1, lots: 2, .last, below: 95))
    for price in [Int64(95), 90, 85] { try session.order(3, .buy, 2, at: price) }
    let events = try session.order(2, .sell, 2, at: 95)
    #expect(events.firedStops == [902, 901])
    #expect(events.fills.map(\.price) == [9_500, 9_000, 8_500])
    #expect(session.lots(1) == 0)
  }

  @Test("a fired stop passes the margin check of a new order, and reduce-only that of the position")
  func margin() throws {
    var session = try VenueStopTests.session(dollars: 50)
    try session.order(3, .buy, 100, at: 90)
    try session.run(VenueStopTests.stop(900, 1, lots: 50, .index, below: 95))
    let fired = try session.run(.updateIndex(0, Fixture.price(95)))
    #expect(fired.rejections == [.marginInsufficient])
    try session.run(VenueStopTests.stop(901, 1, lots: 1, .index, below: 94, isReduceOnly: true))
    let second = try session.run(.updateIndex(0, Fixture.price(94)))
    #expect(second.rejections == [.reduceOnlyWithoutPosition])
  }

  @Test("a waiting stop is cancelled by its owner, and by the owner's liquidation")
  func cancellation() throws {
    var session = try VenueStopTests.session(dollars: 60)
    try session.run(.setLeverage(1, 0, Fraction(20)))
    try session.trade(long: 1, short: 2, 10, at: 100)
    try session.run(VenueStopTests.stop(900, 1, lots: 1, .last, below: 50))
    #expect(try session.run(.cancel(0, 2, 900)).refusals == [.orderUnknown])
    #expect(try session.run(.cancel(0, 1, 900)).cancellations.map(\.id) == [900])
    try session.run(VenueStopTests.stop(901, 1, lots: 1, .last, below: 50))
    let events = try session.run(.updateIndex(0, Fixture.price(90)))
    let first = events.cancellations.first
    #expect(first?.id == 901)
    #expect(first?.reason == .liquidation)
  }

  @Test("an amendment that enlarges an order is checked for margin; one that fails changes nothing")
  func enlarging() throws {
    var session = try VenueStopTests.session(dollars: 100)
    try session.order(1, .buy, 5, at: 100)
    let id = session.nextOrder - 1
    // Ten lots take a tenth of 1000 dollars, all there is; eleven are too many.
    #expect(
      try session.run(.amend(0, 1, id, price: nil, quantity: 11)).rejections == [
        .marginInsufficient
      ]
    )
    #expect(session.venue.order(id, in: 0)?.quantity == 5)
    #expect(try session.run(.amend(0, 1, id, price: nil, quantity: 10)).rejections.isEmpty)
    #expect(session.venue.order(id, in: 0)?.quantity == 10)
    #expect(try session.order(1, .buy, 1, at: 90).rejections == [.marginInsufficient])
    try session.run(.amend(0, 1, id, price: nil, quantity: 4))
    #expect(try session.order(1, .buy, 1, at: 90).rejections.isEmpty)
    #expect(try session.run(.amend(0, 2, id, price: nil, quantity: 1)).refusals == [.orderUnknown])
  }

  @Test("edge 4: an amendment through the spread trades at the maker's price")
  func throughSpread() throws {
    var session = try VenueStopTests.session()
    try session.order(2, .sell, 3, at: 101)
    try session.order(1, .buy, 5, at: 99)
    let id = session.nextOrder - 1
    let events = try session.run(.amend(0, 1, id, price: 10_200, quantity: nil))
    #expect(events.fills.map(\.price) == [10_100])
    #expect(session.lots(1) == 3)
    #expect(session.venue.order(id, in: 0)?.quantity == 2)
  }

  @Test("edge 8: a reduce-only order that is enlarged is cut to the position")
  func reduceOnly() throws {
    var session = try VenueStopTests.session()
    try session.trade(long: 1, short: 2, 4, at: 100)
    try session.order(1, .sell, 2, at: 110, isReduceOnly: true)
    let id = session.nextOrder - 1
    try session.run(.amend(0, 1, id, price: nil, quantity: 9))
    #expect(session.venue.order(id, in: 0)?.quantity == 4)
  }
}

extension [VenueEvent] {
  var firedStops: [OrderID] {
    compactMap { event in
      guard case .stopFired(_, let id) = event else { return nil }
      return id
    }
  }
}
