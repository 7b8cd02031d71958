extension Book {
  /// Trades a checked order and rests or cancels what is left.
  @inlinable
  @inline(__always)
  mutating func execute<Observer: BookObserver>(
    _ order: Order,
    _ observer: inout Observer
  ) -> OrderReceipt {
    var receipt = OrderReceipt()
    var open = order.quantity
    if order.isReduceOnly { trimTaker(order, &open, &receipt, &observer) }
    let limit = worstPrice(of: order)
    if order.timeInForce == .fillOrKill && !canFill(order, open, limit: limit, &observer) {
      drop(&open, of: order, .fillOrKill, &receipt, &observer)
      return receipt
    }
    match(order, limit, &open, &receipt, &observer)
    guard open > 0 else { return receipt }
    if order.type == .limit && order.timeInForce == .goodTillCancelled {
      insert(order, quantity: open)
      receipt.resting = open
      observer.rested(
        RestingOrder(
          id: order.id,
          account: order.account,
          side: order.side,
          price: order.price,
          quantity: open,
          isReduceOnly: order.isReduceOnly
        )
      )
    } else {
      drop(&open, of: order, .immediateRemainder, &receipt, &observer)
    }
    return receipt
  }

  /// The worst price the order accepts: its limit, and for a market order the band's edge.
  @inlinable
  @inline(__always)
  func worstPrice(of order: Order) -> Int32 {
    guard order.type == .market else { return Int32(truncatingIfNeeded: order.price) }
    if order.side == .buy {
      return Int32(truncatingIfNeeded: order.price == 0 ? bandHigh : min(order.price, bandHigh))
    }
    return Int32(truncatingIfNeeded: max(order.price, bandLow))
  }

  /// Cancels the taker's open quantity.
  @inlinable
  mutating func drop<Observer: BookObserver>(
    _ open: inout Int64,
    of order: Order,
    _ reason: CancellationReason,
    _ receipt: inout OrderReceipt,
    _ observer: inout Observer
  ) {
    observer.cancelled(
      Cancellation(
        id: order.id,
        account: order.account,
        quantity: open,
        remaining: 0,
        reason: reason
      )
    )
    receipt.cancelled += open
    open = 0
  }

  /// Cuts a reduce-only taker to the position it may reduce.
  @inlinable
  mutating func trimTaker<Observer: BookObserver>(
    _ order: Order,
    _ open: inout Int64,
    _ receipt: inout OrderReceipt,
    _ observer: inout Observer
  ) {
    let allowed = reducible(by: order.side, order.account, &observer)
    guard open > allowed else { return }
    observer.cancelled(
      Cancellation(
        id: order.id,
        account: order.account,
        quantity: open - allowed,
        remaining: allowed,
        reason: .reduceOnly
      )
    )
    receipt.cancelled += open - allowed
    open = allowed
  }

  /// Meets makers in price–time priority until the order is done or the price is past its limit.
  @inlinable
  @inline(__always)
  mutating func match<Observer: BookObserver>(
    _ order: Order,
    _ limit: Int32,
    _ open: inout Int64,
    _ receipt: inout OrderReceipt,
    _ observer: inout Observer
  ) {
    let isBuy = order.side == .buy
    while open > 0 {
      let best = isBuy ? topAsk : topBid
      guard isBuy ? best <= limit : best >= limit, best > 0 else { return }
      let slot = ladder.levels[ladder.index(of: best)].head
      if order.selfTradePrevention != .none && isOwn(slot, of: order) {
        preventSelfTrade(slot, order, &open, &receipt, &observer)
        continue
      }
      if order.isReduceOnly {
        trimTaker(order, &open, &receipt, &observer)
        guard open > 0 else { return }
      }
      if slots[slot].isReduceOnly && !trimMaker(slot, &observer) { continue }
      let quantity = min(open, slots[slot].quantity)
      if !observer.admits(maker: resting(slot), filling: quantity) {
        cancel(slot, .marginInsufficient, &observer)
        continue
      }
      trade(slot, order, quantity, &observer)
      open &-= quantity
      receipt.filled &+= quantity
    }
  }

  @inlinable
  @inline(__always)
  mutating func trade<Observer: BookObserver>(
    _ slot: Int32,
    _ order: Order,
    _ quantity: Int64,
    _ observer: inout Observer
  ) {
    let maker = slots[slot]
    let remaining = maker.quantity &- quantity
    if remaining == 0 { remove(slot) } else { reduce(slot, by: quantity) }
    observer.filled(
      Fill(
        maker: maker.id,
        taker: order.id,
        price: Int64(maker.price),
        quantity: quantity,
        makerRemaining: remaining,
        makerAccount: maker.account,
        takerAccount: order.account,
        takerSide: order.side
      )
    )
  }

  /// Re-checks a reduce-only maker against its position; `false` if it is gone.
  @inlinable
  mutating func trimMaker<Observer: BookObserver>(
    _ slot: Int32,
    _ observer: inout Observer
  ) -> Bool {
    let maker = resting(slot)
    let allowed = reducible(by: maker.side, maker.account, &observer)
    guard maker.quantity > allowed else { return true }
    if allowed == 0 {
      cancel(slot, .reduceOnly, &observer)
      return false
    }
    reduce(slot, by: maker.quantity - allowed)
    observer.cancelled(
      Cancellation(
        id: maker.id,
        account: maker.account,
        quantity: maker.quantity - allowed,
        remaining: allowed,
        reason: .reduceOnly
      )
    )
    return true
  }

  /// Cancels a resting order in full.
  @inlinable
  mutating func cancel<Observer: BookObserver>(
    _ slot: Int32,
    _ reason: CancellationReason,
    _ observer: inout Observer
  ) {
    let order = slots[slot]
    remove(slot)
    observer.cancelled(
      Cancellation(
        id: order.id,
        account: order.account,
        quantity: order.quantity,
        remaining: 0,
        reason: reason
      )
    )
  }
}
