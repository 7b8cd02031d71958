import Exchange
import Testing

@Suite("Limits of a book: numbers, margin, stops")
struct BookLimitTests {
  @Test(
    "9: off-grid, empty and out-of-domain numbers are refused",
    arguments: [
      (Int64(100), Int64(0), OrderRejection.quantityNotPositive),
      (100, -1, .quantityNotPositive), (100, .min, .quantityNotPositive),
      (100, 3, .quantityOffLot), (100, 2_002, .quantityAboveMaximum),
      (0, 2, .priceNotPositive), (-10, 2, .priceNotPositive), (105, 2, .priceOffTick),
      (1_010, 2, .priceBeyondDomain), (.max, 2, .priceBeyondDomain),
    ]
  )
  func refused(price: Int64, quantity: Int64, reason: OrderRejection) {
    let world = BookFixture(
      rules: BookRules(tickStep: 10, lotStep: 2, priceTicksMax: 1_000, quantityMax: 2_000)
    )
    #expect(world.rest(1, .buy, price, quantity).rejection == reason)
    #expect(world.log.events == [.rejected(order: 1, reason: reason)])
    #expect(world.book.restingCount == 0)
  }

  @Test("9: the edges of the price domain are prices like others")
  func domainEdges() throws {
    let world = BookFixture()
    let top = BookRules.priceTicksLimit
    world.rest(1, .buy, 1, 1)
    world.rest(2, .sell, top, 1)
    try world.book.checkInvariants()
    #expect(world.book.bestBid == 1 && world.book.bestAsk == top)
    world.enter(.market(id: 3, account: 3, side: .buy, quantity: 1))
    world.enter(.market(id: 4, account: 4, side: .sell, quantity: 1))
    #expect(world.trades == [[2, 3, top, 1], [1, 4, 1, 1]])
  }

  @Test("9: overflow of price x quantity and of a side's total is refused, never wrapped")
  func overflow() {
    let world = BookFixture()
    #expect(world.rest(1, .buy, 2, .max).rejection == .notionalOverflow)
    #expect(world.rest(1, .buy, 1, .max).resting == .max)
    #expect(world.rest(2, .buy, 1, 1).rejection == .restingQuantityOverflow)
    #expect(world.amend(1, quantity: .max).isAccepted)
    #expect(world.book.totalQuantity(of: .buy) == .max)
  }

  @Test("9: market orders have their own quantity limits")
  func marketLimits() {
    let world = BookFixture(rules: BookRules(marketQuantityMin: 2, marketQuantityMax: 5))
    world.rest(1, .sell, 100, 50)
    let quantities: [Int64] = [1, 2, 5, 6]
    let reasons = quantities.map {
      world.enter(.market(id: 2, account: 2, side: .buy, quantity: $0)).rejection
    }
    #expect(reasons == [.quantityBelowMinimum, nil, nil, .quantityAboveMaximum])
  }

  /// Refuses makers of one account, and entries of another.
  struct MarginDesk: BookObserver {
    var log = BookEventLog()
    mutating func filled(_ fill: Fill) { log.filled(fill) }
    mutating func cancelled(_ cancellation: Cancellation) { log.cancelled(cancellation) }
    mutating func admits(entry order: Order) -> Bool { order.account != 66 }
    mutating func admits(maker: RestingOrder, filling quantity: Int64) -> Bool {
      maker.account != 1
    }
  }

  @Test("11: a maker that fails its margin check is cancelled and the taker goes on")
  func makerMargin() {
    var book = Book()
    var desk = MarginDesk()
    book.submit(.limit(id: 1, account: 1, side: .sell, price: 100, quantity: 5), observer: &desk)
    book.submit(.limit(id: 2, account: 2, side: .sell, price: 101, quantity: 5), observer: &desk)
    let refused = book.submit(
      .market(id: 3, account: 66, side: .buy, quantity: 5),
      observer: &desk
    )
    #expect(refused.rejection == .marginInsufficient && book.restingCount == 2)
    book.submit(.market(id: 4, account: 4, side: .buy, quantity: 5), observer: &desk)
    #expect(desk.log.fills.map(\.maker) == [2])
    #expect(desk.log.cancellations.map(\.reason) == [.marginInsufficient])
  }

  @Test("17: stops fire in order of trigger, then arrival, and are bounded per call")
  func stopOrder() {
    let world = BookFixture()
    world.rest(90, .buy, 100, 100)
    for (id, trigger) in [(1, Int64(95)), (2, 97), (3, 97), (4, 94)] {
      world.book.submit(
        stop: StopOrder(
          order: .market(id: OrderID(id), account: 5, side: .sell, quantity: 1),
          reference: .mark,
          condition: .atOrBelow,
          trigger: trigger
        ),
        observer: &world.log
      )
    }
    #expect(world.cancel(3).cancelled == 1)
    world.book.trigger(.index, at: 1, observer: &world.log)
    #expect(world.trades.isEmpty)
    let first = world.book.trigger(.mark, at: 95, limit: 1, observer: &world.log)
    #expect(first == StopSweep(firedCount: 1, isIncomplete: true))
    let second = world.book.trigger(.mark, at: 95, observer: &world.log)
    #expect(second == StopSweep(firedCount: 1, isIncomplete: false))
    #expect(world.trades.map { $0[1] } == [2, 1])
    #expect(world.book.stopCount == 1)
  }

  @Test("a stop whose condition already holds is refused")
  func stopWouldTrigger() {
    let world = BookFixture()
    world.book.trigger(.last, at: 100, observer: &world.log)
    let stop = StopOrder(
      order: .market(id: 1, account: 1, side: .buy, quantity: 1),
      reference: .last,
      condition: .atOrAbove,
      trigger: 100
    )
    #expect(world.book.submit(stop: stop, observer: &world.log).rejection == .stopWouldTrigger)
  }

  @Test("cancelling an account takes its orders and stops in ascending id order, no others")
  func cancelAccount() {
    let world = BookFixture()
    for id: OrderID in [9, 2, 5] { world.rest(id, .buy, Int64(id), 1, account: 7) }
    world.rest(3, .buy, 3, 1, account: 8)
    for id: OrderID in [8, 4] {
      world.book.submit(
        stop: StopOrder(
          order: .market(id: id, account: 7, side: .sell, quantity: 2),
          reference: .mark,
          condition: .atOrBelow,
          trigger: 1
        ),
        observer: &world.log
      )
    }
    #expect(world.book.cancelAll(of: 7, observer: &world.log) == 5)
    #expect(world.cancelled == [[2, 1], [5, 1], [9, 1], [4, 2], [8, 2]])
    #expect(world.book.restingCount == 1 && world.book.stopCount == 0)
  }

  @Test("a copy is equal and independent")
  func copy() {
    let world = BookFixture()
    for id in 1...50 {
      world.rest(OrderID(id), id % 2 == 0 ? .buy : .sell, id % 2 == 0 ? 90 : 110, 3)
    }
    var copy = world.book.copied()
    #expect(copy.stateHash == world.book.stateHash)
    var silent = SilentBookObserver()
    copy.cancel(order: 1, observer: &silent)
    #expect(copy.stateHash != world.book.stateHash)
    #expect(world.book.order(1) != nil)
  }

  @Test("a crash across many pages of the ladder keeps every order and gives pages back")
  func crash() throws {
    let world = BookFixture()
    for step in 0..<2_000 {
      let price = Int64(1_000_000_000 - step * 400_000)
      world.rest(1, .buy, price, 1)
      world.rest(2, .sell, price + 1, 1)
      #expect(world.book.bestBid == price && world.book.bestAsk == price + 1)
      world.cancel(1)
      world.cancel(2)
    }
    try world.book.checkInvariants()
    #expect(world.book.restingCount == 0)
  }

  @Test("views agree with the orders")
  func views() {
    let world = BookFixture()
    world.rest(1, .sell, 101, 2)
    world.rest(2, .sell, 101, 3)
    world.rest(3, .sell, 9_999, 4)
    #expect(world.book.quantity(atPrice: 101) == 5 && world.book.quantity(atPrice: 102) == 0)
    #expect(world.book.depth(of: .sell, in: 100...9_998) == 5)
    #expect(world.book.depth(of: .sell, in: 102...9_999) == 4)
    #expect(world.book.orders(atPrice: 101).map(\.id) == [1, 2])
    let sweep = world.book.sweep(by: .buy, quantity: 6)
    #expect(sweep.filled == 6 && sweep.notional == 505 + 9_999)
    #expect(world.book.levels(of: .sell, limit: 1) == [BookLevel(price: 101, quantity: 5)])
  }
}
