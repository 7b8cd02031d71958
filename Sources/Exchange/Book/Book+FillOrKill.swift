extension Book {
  /// Whether an order can be filled in full on arrival, found without touching anything.
  ///
  /// Own orders that self-trade prevention would remove do not count; a mode that stops or shrinks
  /// the taker ends the count at the first own order. Reduce-only makers count as far as their
  /// positions allow, and makers whose margin check fails do not count.
  ///
  /// - Complexity: O(makers within the limit).
  @inlinable
  mutating func canFill<Observer: BookObserver>(
    _ order: Order,
    _ wanted: Int64,
    limit: Int32,
    _ observer: inout Observer
  ) -> Bool {
    let isBuy = order.side == .buy
    var found: Int64 = 0
    var price = isBuy ? topAsk : topBid
    // Positions as they would stand after the makers counted so far; looked up, never iterated. Kept
    // only while a reduce-only order rests.
    var moved: [AccountID: Int64] = [:]
    while price > 0 && (isBuy ? price <= limit : price >= limit) {
      var slot = ladder.level(at: price).head
      while slot != OrderSlot.none {
        if order.selfTradePrevention != .none && isOwn(slot, of: order) {
          guard order.selfTradePrevention == .expireMaker else { return false }
        } else {
          found += countable(slot, wanted - found, order, &moved, &observer)
          if found >= wanted { return true }
        }
        slot = slots[slot].next
      }
      price = isBuy ? ladder.next(above: price) : ladder.next(below: price)
    }
    return false
  }

  /// Lots of one maker that a fill-or-kill order could trade with.
  @inlinable
  mutating func countable<Observer: BookObserver>(
    _ slot: Int32,
    _ wanted: Int64,
    _ order: Order,
    _ moved: inout [AccountID: Int64],
    _ observer: inout Observer
  ) -> Int64 {
    let maker = resting(slot)
    var quantity = min(maker.quantity, wanted)
    if maker.isReduceOnly {
      let held =
        Int128(observer.position(of: maker.account)) + Int128(moved[maker.account, default: 0])
      let allowed = maker.side == .sell ? max(held, 0) : max(-held, 0)
      quantity = Int64(min(Int128(quantity), allowed))
    }
    if quantity == 0 || !observer.admits(maker: maker, filling: quantity) { return 0 }
    if liveReduceOnlyCount > 0 {
      let signed = order.side == .buy ? quantity : -quantity
      moved[order.account, default: 0] += signed
      moved[maker.account, default: 0] -= signed
    }
    return quantity
  }
}
