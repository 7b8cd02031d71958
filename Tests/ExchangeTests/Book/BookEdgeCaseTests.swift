import Exchange
import Testing

/// The matching cases of the design document's list of edge cases, by their numbers there.
@Suite("Edge cases of matching")
struct BookEdgeCaseTests {
  @Test("1: cancelling head, middle or tail keeps the others' order", arguments: [1, 2, 3])
  func cancelInQueue(victim: Int) throws {
    let world = BookFixture()
    for id in 1...3 { world.rest(OrderID(id), .buy, 100, Int64(id)) }
    #expect(world.cancel(OrderID(victim)).cancelled == Int64(victim))
    try world.book.checkInvariants()
    world.enter(.market(id: 9, account: 9, side: .sell, quantity: 6))
    #expect(world.trades.map { $0[0] } == [1, 2, 3].filter { $0 != victim }.map(Int64.init))
  }

  @Test("1: cancelling the last order of the best level uncovers the next level")
  func cancelBest() {
    let world = BookFixture()
    world.rest(1, .sell, 100, 1)
    world.rest(2, .sell, 9_000, 1)
    world.cancel(1)
    #expect(world.book.bestAsk == 9_000)
    world.cancel(2)
    #expect(world.book.bestAsk == nil && world.book.totalQuantity(of: .sell) == 0)
  }

  @Test("1: cancelling an unknown, filled or cancelled id is refused and changes nothing")
  func cancelUnknown() {
    let world = BookFixture()
    world.rest(1, .buy, 100, 1)
    world.enter(.market(id: 2, account: 2, side: .sell, quantity: 1))
    world.rest(3, .buy, 99, 1)
    world.cancel(3)
    world.rest(4, .buy, 98, 1)
    let before = world.book.stateHash
    for id: OrderID in [1, 2, 3, 77, .max] {
      #expect(world.cancel(id).rejection == .unknownOrder)
    }
    #expect(world.book.stateHash == before)
  }

  @Test("2: a partly filled maker stays in front for later aggressors")
  func partialFillKeepsFront() {
    let world = BookFixture()
    world.rest(1, .sell, 100, 10)
    world.rest(2, .sell, 100, 10)
    world.rest(3, .buy, 100, 4)
    world.rest(4, .buy, 100, 8)
    #expect(world.trades == [[1, 3, 100, 4], [1, 4, 100, 6], [2, 4, 100, 2]])
  }

  @Test("2: an id is free again after a cancel and after a fill", arguments: [5, 1 << 40])
  func idReuse(id: OrderID) {
    let world = BookFixture()
    world.rest(id, .buy, 100, 1)
    #expect(world.rest(id, .buy, 101, 1).rejection == .duplicateID)
    world.cancel(id)
    #expect(world.rest(id, .sell, 105, 1).isAccepted)
    world.enter(.market(id: 9, account: 9, side: .buy, quantity: 1))
    #expect(world.rest(id, .buy, 103, 2).resting == 2)
  }

  @Test("3: a sweep stops at its price and rests the remainder as the new best")
  func sweepStopsAtLimit() {
    let world = BookFixture()
    world.rest(1, .sell, 100, 2)
    world.rest(2, .sell, 101, 2)
    world.rest(3, .sell, 103, 2)
    let receipt = world.rest(4, .buy, 102, 7)
    #expect(world.trades == [[1, 4, 100, 2], [2, 4, 101, 2]])
    #expect(receipt.resting == 3 && world.book.bestBid == 102 && world.book.bestAsk == 103)
  }

  @Test("3: an exact fill over several levels leaves nothing, at maker prices both ways")
  func exactSweep() {
    let world = BookFixture()
    world.rest(1, .buy, 100, 5)
    world.rest(2, .buy, 99, 5)
    world.rest(3, .sell, 90, 10)
    #expect(world.trades == [[1, 3, 100, 5], [2, 3, 99, 5]])
    #expect(world.book.restingCount == 0 && world.book.bestBid == nil)
  }

  @Test("4: an amendment through the spread trades at maker prices and leaves its neighbour")
  func amendThroughSpread() {
    let world = BookFixture()
    world.rest(1, .buy, 98, 5)
    world.rest(2, .buy, 98, 5)
    world.rest(3, .sell, 100, 3)
    let receipt = world.amend(1, price: 102)
    #expect(world.trades == [[3, 1, 100, 3]])
    #expect(receipt.filled == 3 && receipt.resting == 2)
    #expect(world.side(.buy) == [[102, 2], [98, 5]])
  }

  @Test("4: less keeps the turn, more loses it", arguments: [(4, 1), (10, 1), (11, 2)])
  func amendPriority(quantity: Int64, first: Int64) {
    let world = BookFixture()
    world.rest(1, .buy, 100, 10)
    world.rest(2, .buy, 100, 10)
    world.amend(1, quantity: quantity)
    world.enter(.market(id: 3, account: 3, side: .sell, quantity: 1))
    #expect(world.trades == [[first, 3, 100, 1]])
  }

  @Test(
    "5: immediate orders never rest",
    arguments: [TimeInForce.immediateOrCancel, .fillOrKill],
    [Int64(1), 5, 9]
  )
  func immediateNeverRests(timeInForce: TimeInForce, quantity: Int64) {
    let world = BookFixture()
    world.rest(1, .sell, 100, 5)
    let receipt = world.enter(
      .limit(
        id: 2,
        account: 2,
        side: .buy,
        price: 100,
        quantity: quantity,
        timeInForce: timeInForce
      )
    )
    #expect(receipt.resting == 0 && world.book.bestBid == nil)
    let isKilled = timeInForce == .fillOrKill && quantity > 5
    #expect(receipt.filled == (isKilled ? 0 : min(quantity, 5)))
    #expect(receipt.cancelled == quantity - receipt.filled)
  }

  @Test(
    "5: fill-or-kill counts the size net of own orders before it touches anything",
    arguments: SelfTradePrevention.allCases
  )
  func fillOrKillNetOfOwn(mode: SelfTradePrevention) {
    let world = BookFixture()
    world.rest(1, .sell, 100, 4, account: 1)
    world.rest(2, .sell, 100, 4, account: 2)
    let before = world.book.stateHash
    let receipt = world.enter(
      Order(
        id: 3,
        account: 1,
        side: .buy,
        price: 100,
        quantity: 6,
        timeInForce: .fillOrKill,
        selfTradePrevention: mode
      )
    )
    #expect(receipt.filled == (mode == .none ? 6 : 0))
    #expect((world.book.stateHash == before) == (mode != .none))
  }

  @Test("6: self-trade prevention meets several own makers among others' orders")
  func selfTradeAmongOthers() {
    let world = BookFixture()
    for (id, account) in [(1, 7), (2, 8), (3, 7), (4, 8)] {
      world.rest(OrderID(id), .sell, 100, 2, account: AccountID(account))
    }
    world.enter(
      Order(
        id: 5,
        account: 7,
        side: .buy,
        price: 100,
        quantity: 4,
        selfTradePrevention: .expireMaker
      )
    )
    #expect(world.trades == [[2, 5, 100, 2], [4, 5, 100, 2]])
    #expect(world.cancelled == [[1, 2], [3, 2]])
  }

  @Test("6: a trade group makes two accounts one owner, group 0 does not")
  func selfTradeGroup() {
    for (group, expected) in [(UInt32(3), [[Int64]]()), (0, [[1, 2, 100, 1]])] {
      let world = BookFixture()
      for (id, side) in [(1, OrderSide.sell), (2, .buy)] {
        world.enter(
          Order(
            id: OrderID(id),
            account: AccountID(id),
            side: side,
            price: 100,
            quantity: 1,
            selfTradePrevention: .expireTaker,
            selfTradeScope: .tradeGroup,
            tradeGroup: group
          )
        )
      }
      #expect(world.trades == expected)
    }
  }

  @Test("6 and 18: a liquidation never meets its account's own orders")
  func liquidationCancelsFirst() {
    let world = BookFixture()
    world.rest(2, .buy, 100, 5, account: 1)
    world.rest(1, .sell, 105, 5, account: 1)
    world.rest(3, .buy, 99, 5, account: 3)
    world.enter(
      Order(
        id: 9,
        account: 1,
        side: .sell,
        type: .market,
        price: 0,
        quantity: 5,
        isLiquidation: true
      )
    )
    #expect(world.trades == [[3, 9, 99, 5]])
    #expect(world.cancelled == [[1, 5], [2, 5]])
    #expect(world.log.cancellations.allSatisfy { $0.reason == .liquidation })
  }

  @Test(
    "7: post-only at exactly the opposite best is a cross",
    arguments: [(100, false), (99, true)]
  )
  func postOnlyAtBest(price: Int64, isAccepted: Bool) {
    let world = BookFixture()
    world.rest(1, .sell, 100, 1)
    let receipt = world.enter(
      Order(id: 2, account: 2, side: .buy, price: price, quantity: 1, isPostOnly: true)
    )
    #expect(receipt.rejection == (isAccepted ? nil : .postOnlyWouldTake))
    #expect(world.trades.isEmpty)
  }

  @Test("7: contradictory instructions are refused on entry")
  func contradictions() {
    let world = BookFixture(positions: [1: 5])
    let plain = Order(
      id: 1,
      account: 1,
      side: .sell,
      price: 100,
      quantity: 1,
      isPostOnly: true
    )
    var order = plain
    order.isReduceOnly = true
    #expect(world.enter(order).rejection == .postOnlyReduceOnly)
    for timeInForce in [TimeInForce.immediateOrCancel, .fillOrKill] {
      order = plain
      order.timeInForce = timeInForce
      #expect(world.enter(order).rejection == .postOnlyImmediate)
    }
    order = plain
    order.type = .market
    #expect(world.enter(order).rejection == .postOnlyImmediate)
    #expect(world.book.restingCount == 0)
  }

  @Test("8: a reduce-only taker is cut to the position and refused without one")
  func reduceOnlyTaker() {
    let world = BookFixture(positions: [2: 3])
    world.rest(1, .buy, 100, 10)
    let order = Order(
      id: 2,
      account: 2,
      side: .sell,
      price: 100,
      quantity: 5,
      isReduceOnly: true
    )
    #expect(world.enter(order).filled == 3)
    #expect(world.cancelled == [[2, 2]])
    #expect(world.log.positions[2] == 0)
    #expect(world.enter(order).rejection == .reduceOnlyWithoutPosition)
  }

  @Test("8: a resting reduce-only order is re-checked when it would trade")
  func reduceOnlyMaker() {
    let world = BookFixture(positions: [1: 5, 2: 5])
    for id in [1, 2] {
      world.enter(
        Order(
          id: OrderID(id),
          account: AccountID(id),
          side: .sell,
          price: 100,
          quantity: 5,
          isReduceOnly: true
        )
      )
    }
    world.log.positions[1] = -1
    world.log.positions[2] = 2
    world.enter(.market(id: 3, account: 3, side: .buy, quantity: 9))
    #expect(world.trades == [[2, 3, 100, 2]])
    #expect(world.cancelled == [[1, 5], [2, 3], [3, 7]])
    #expect(world.log.positions[1] == -1 && world.log.positions[2] == 0)
  }

  @Test("8: resting reduce-only orders beyond the position are cut newest first, oldest last")
  func reduceOnlyTrim() {
    let world = BookFixture(positions: [1: 9])
    for id in 1...3 {
      world.enter(
        Order(
          id: OrderID(id),
          account: 1,
          side: .sell,
          price: Int64(100 - id),
          quantity: 4,
          isReduceOnly: true
        )
      )
    }
    #expect(world.book.trimReduceOnly(of: 1, observer: &world.log) == 3)
    world.log.positions[1] = 2
    #expect(world.book.trimReduceOnly(of: 1, observer: &world.log) == 7)
    #expect(world.cancelled == [[3, 3], [3, 1], [2, 4], [1, 2]])
    #expect(world.side(.sell) == [[99, 2]])
  }

  @Test("10: a market order into an empty or one-sided book is cancelled")
  func marketIntoNothing() {
    let world = BookFixture()
    #expect(world.enter(.market(id: 1, account: 1, side: .buy, quantity: 5)).cancelled == 5)
    world.rest(2, .buy, 100, 1)
    #expect(world.enter(.market(id: 3, account: 3, side: .buy, quantity: 5)).cancelled == 5)
    #expect(world.trades.isEmpty)
  }

  @Test("10: a market order stops at the band, a liquidation too")
  func marketStopsAtBand() {
    let world = BookFixture(
      rules: BookRules(bandDownPartsPerMillion: 950_000, bandUpPartsPerMillion: 1_050_000)
    )
    for (id, price) in [(1, Int64(99)), (2, 95), (3, 94)] {
      world.rest(OrderID(id), .buy, price, 1)
    }
    world.book.bandReference = 100
    #expect(world.rest(4, .buy, 94, 1).rejection == .priceOutsideBand)
    #expect(world.rest(4, .sell, 106, 1).rejection == .priceOutsideBand)
    let receipt = world.enter(.market(id: 5, account: 5, side: .sell, quantity: 5))
    #expect(world.trades == [[1, 5, 99, 1], [2, 5, 95, 1]])
    #expect(receipt.cancelled == 3)
  }

  @Test("10: the minimum notional does not stop the closing of dust")
  func dust() {
    let world = BookFixture(rules: BookRules(notionalMin: 500), positions: [2: 1])
    world.rest(1, .buy, 100, 10)
    #expect(world.rest(3, .sell, 100, 4).rejection == .notionalBelowMinimum)
    let order = Order(
      id: 2,
      account: 2,
      side: .sell,
      price: 100,
      quantity: 1,
      isReduceOnly: true
    )
    #expect(world.enter(order).filled == 1)
  }
}
