extension Book {
  /// The number of orders resting in the book; waiting stops are not counted.
  @inlinable public var restingCount: Int { liveCount }

  /// The number of reduce-only orders that rest in the book.
  @inlinable public var restingReduceOnlyCount: Int { liveReduceOnlyCount }

  /// The highest bid in ticks.
  @inlinable public var bestBid: Int64? { topBid == 0 ? nil : Int64(topBid) }

  /// The lowest ask in ticks.
  @inlinable public var bestAsk: Int64? { topAsk == Int32.max ? nil : Int64(topAsk) }

  /// The best price of a side in ticks.
  @inlinable public func bestPrice(of side: OrderSide) -> Int64? {
    side == .buy ? bestBid : bestAsk
  }

  /// The total resting quantity of a side in lots.
  @inlinable public func totalQuantity(of side: OrderSide) -> Int64 {
    side == .buy ? bidTotal : askTotal
  }

  /// The resting quantity at a price in lots, whichever side it is on.
  @inlinable public func quantity(atPrice price: Int64) -> Int64 {
    guard price > 0 && price <= BookRules.priceTicksLimit else { return 0 }
    return ladder.level(at: Int32(truncatingIfNeeded: price)).quantity
  }

  /// The resting quantity of a side at prices within a range, in lots.
  ///
  /// - Complexity: O(occupied levels in the range).
  public func depth(of side: OrderSide, in prices: ClosedRange<Int64>) -> Int64 {
    var total: Int64 = 0
    forEachLevel(of: side) { level in
      if prices.contains(level.price) { total += level.quantity }
      return side == .buy ? level.price > prices.lowerBound : level.price < prices.upperBound
    }
    return total
  }

  /// Visits a side's levels from the best outwards while `body` returns `true`.
  public func forEachLevel(of side: OrderSide, _ body: (BookLevel) -> Bool) {
    var price = side == .buy ? topBid : topAsk
    while price != 0 && price != Int32.max {
      let level = ladder.level(at: price)
      guard body(BookLevel(price: Int64(price), quantity: level.quantity)) else { return }
      price = side == .buy ? ladder.next(below: price) : ladder.next(above: price)
    }
  }

  /// A side's levels from the best outwards, at most `limit` of them.
  public func levels(of side: OrderSide, limit: Int = .max) -> [BookLevel] {
    var found: [BookLevel] = []
    guard limit > 0 else { return found }
    forEachLevel(of: side) { level in
      found.append(level)
      return found.count < limit
    }
    return found
  }

  /// The orders at a price in queue order.
  public func orders(atPrice price: Int64) -> [RestingOrder] {
    guard price > 0 && price <= BookRules.priceTicksLimit else { return [] }
    var found: [RestingOrder] = []
    var slot = ladder.level(at: Int32(truncatingIfNeeded: price)).head
    while slot != OrderSlot.none {
      found.append(resting(slot))
      slot = slots[slot].next
    }
    return found
  }

  /// A resting order.
  public func order(_ id: OrderID) -> RestingOrder? {
    let slot = slot(of: id)
    return slot == OrderSlot.none ? nil : resting(slot)
  }

  /// A resting order with the instructions that stay with it and its open quantity.
  public func restored(_ id: OrderID) -> Order? {
    let slot = slot(of: id)
    return slot == OrderSlot.none ? nil : restored(slot)
  }

  /// What a market order of this size would trade now, as lots filled and notional in tick-lots.
  ///
  /// Own orders and position limits are not considered. The notional is exact in 128 bits.
  ///
  /// - Complexity: O(levels walked).
  public func sweep(by side: OrderSide, quantity: Int64) -> (filled: Int64, notional: Int128) {
    var open = quantity
    var notional: Int128 = 0
    guard quantity > 0 else { return (0, 0) }
    forEachLevel(of: side.opposite) { level in
      let taken = min(open, level.quantity)
      open -= taken
      notional += Int128(taken) * Int128(level.price)
      return open > 0
    }
    return (quantity - open, notional)
  }
}
