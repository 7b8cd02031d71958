extension Book {
  /// Whether a resting order belongs to the taker's account or, if the taker says so, its group.
  @inlinable
  @inline(__always)
  func isOwn(_ slot: Int32, of order: Order) -> Bool {
    if slots[slot].account == order.account { return true }
    return order.selfTradeScope == .tradeGroup && order.tradeGroup != 0
      && slots[slot].tradeGroup == order.tradeGroup
  }

  /// Applies the taker's mode to an own maker at the front of the queue.
  @inlinable
  mutating func preventSelfTrade<Observer: BookObserver>(
    _ slot: Int32,
    _ order: Order,
    _ open: inout Int64,
    _ receipt: inout OrderReceipt,
    _ observer: inout Observer
  ) {
    switch order.selfTradePrevention {
    case .none:
      preconditionFailure("self-trade prevention is off for this order")
    case .expireTaker:
      drop(&open, of: order, .selfTrade, &receipt, &observer)
    case .expireMaker:
      cancel(slot, .selfTrade, &observer)
    case .expireBoth:
      cancel(slot, .selfTrade, &observer)
      drop(&open, of: order, .selfTrade, &receipt, &observer)
    case .decrement:
      let maker = slots[slot]
      let overlap = min(open, maker.quantity)
      if overlap == maker.quantity { remove(slot) } else { reduce(slot, by: overlap) }
      observer.cancelled(
        Cancellation(
          id: maker.id,
          account: maker.account,
          quantity: overlap,
          remaining: maker.quantity - overlap,
          reason: .selfTrade
        )
      )
      open -= overlap
      receipt.prevented += overlap
    }
  }
}
