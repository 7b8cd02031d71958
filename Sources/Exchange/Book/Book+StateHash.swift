extension Book {
  /// A 64-bit FNV-1a hash over the canonical state, independent of slots and pages.
  ///
  /// Bids then asks from the best outwards, orders in queue order, each as side, price, id, account,
  /// group, quantity and instructions; then the waiting stops by reference, condition and firing
  /// order; then the reference prices. Every word enters as eight little-endian bytes.
  ///
  /// - Complexity: O(orders + stops log stops).
  public var stateHash: UInt64 {
    var hasher = StateHasher()
    for side in OrderSide.allCases {
      var price = side == .buy ? topBid : topAsk
      while price != 0 && price != Int32.max {
        var slot = ladder.level(at: price).head
        while slot != OrderSlot.none {
          hasher.combine(restored(slot))
          slot = slots[slot].next
        }
        price = side == .buy ? ladder.next(below: price) : ladder.next(above: price)
      }
    }
    for reference in StopReference.allCases {
      for condition in StopCondition.allCases {
        for stop in stops(of: reference, condition: condition) { hasher.combine(stop) }
      }
      hasher.combine(UInt64(bitPattern: stops.price(of: reference) ?? 0))
    }
    hasher.combine(UInt64(bitPattern: bandReference))
    return hasher.value
  }
}
