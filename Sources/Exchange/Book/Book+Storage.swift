extension Book {
  /// The slot of a live order, or ``OrderSlot/none``.
  ///
  /// Direct entries of the index are not cleared when an order leaves: the slot itself tells whether
  /// it still holds the id.
  @inlinable
  @inline(__always)
  func slot(of id: OrderID) -> Int32 {
    let slot = ids.slot(of: id)
    guard slot != OrderSlot.none else { return slot }
    let order = slots[slot]
    return order.id == id && !order.isFree ? slot : OrderSlot.none
  }

  @inlinable
  @inline(__always)
  mutating func takeSlot() -> Int32 {
    if freeSlot != OrderSlot.none {
      let slot = freeSlot
      freeSlot = slots[slot].next
      return slot
    }
    if Int(usedSlots) == slots.count { growSlots() }
    usedSlots += 1
    return usedSlots - 1
  }

  @usableFromInline
  mutating func growSlots() {
    precondition(usedSlots < Int32.max / 2, "a book holds at most 2^30 resting orders")
    slots.grow(toAtLeast: slots.count * 2, filling: .free)
  }

  /// Puts an order at the back of its level; the caller has checked that it does not cross.
  @inlinable
  @inline(__always)
  mutating func insert(_ order: Order, quantity: Int64) {
    let slot = takeSlot()
    let price = Int32(truncatingIfNeeded: order.price)
    let level = ladder.occupy(price)
    let tail = ladder.levels[level].tail
    let account = UInt64(order.account)
    let older = newest.slot(of: account)
    slots[slot] = OrderSlot(
      id: order.id,
      quantity: quantity,
      next: OrderSlot.none,
      previous: tail,
      markedPrice: order.isReduceOnly ? price | Int32.min : price,
      account: order.account,
      older: older,
      tradeGroup: order.tradeGroup,
      traits: OrderTraits.packed(order)
    )
    if older != OrderSlot.none { slots[older].newer = slot }
    newest.set(slot, for: account)
    if tail == OrderSlot.none {
      ladder.levels[level].head = slot
    } else {
      slots[tail].next = slot
    }
    ladder.levels[level].tail = slot
    ladder.levels[level].quantity &+= quantity
    // The level's total is part of the side's, whose overflow was refused on entry.
    if order.side == .buy {
      bidTotal &+= quantity
      if price > topBid { topBid = price }
    } else {
      askTotal &+= quantity
      if price < topAsk { topAsk = price }
    }
    ids.set(slot, for: order.id)
    liveCount &+= 1
    if order.isReduceOnly { liveReduceOnlyCount &+= 1 }
  }

  /// Takes an order of known slot out of the book.
  @inlinable
  @inline(__always)
  mutating func remove(_ slot: Int32) {
    let order = slots[slot]
    let price = order.price
    let isBid = price <= topBid
    let level = ladder.index(of: price)
    if order.previous == OrderSlot.none {
      ladder.levels[level].head = order.next
    } else {
      slots[order.previous].next = order.next
    }
    if order.next == OrderSlot.none {
      ladder.levels[level].tail = order.previous
    } else {
      slots[order.next].previous = order.previous
    }
    ladder.levels[level].quantity &-= order.quantity
    if isBid { bidTotal &-= order.quantity } else { askTotal &-= order.quantity }
    unlinkAccount(slot, order)
    release(slot, order)
    if ladder.levels[level].head == OrderSlot.none { vacate(price, at: level) }
  }

  @inlinable
  mutating func vacate(_ price: Int32, at level: Int) {
    ladder.vacate(price, at: level)
    if price == topBid {
      topBid = ladder.next(below: price)
    } else if price == topAsk {
      topAsk = ladder.next(above: price)
    }
  }

  @inlinable
  @inline(__always)
  mutating func unlinkAccount(_ slot: Int32, _ order: OrderSlot) {
    if order.older != OrderSlot.none { slots[order.older].newer = order.newer }
    if order.newer != OrderSlot.none {
      slots[order.newer].older = order.older
    } else if order.older != OrderSlot.none {
      newest.set(order.older, for: UInt64(order.account))
    } else {
      newest.remove(UInt64(order.account))
    }
  }

  @inlinable
  @inline(__always)
  mutating func release(_ slot: Int32, _ order: OrderSlot) {
    liveCount &-= 1
    if order.isReduceOnly { liveReduceOnlyCount &-= 1 }
    if order.id >= SlotIndex.denseLimit { ids.remove(order.id) }
    slots[slot].markedPrice = 0
    slots[slot].next = freeSlot
    freeSlot = slot
  }

  /// Lowers an order's quantity in place; it keeps its turn.
  @inlinable
  @inline(__always)
  mutating func reduce(_ slot: Int32, by quantity: Int64) {
    let price = slots[slot].price
    let level = ladder.index(of: price)
    slots[slot].quantity &-= quantity
    ladder.levels[level].quantity &-= quantity
    if price <= topBid { bidTotal &-= quantity } else { askTotal &-= quantity }
  }

  /// A resting order as the observer sees it.
  @inlinable
  @inline(__always)
  func resting(_ slot: Int32) -> RestingOrder {
    let order = slots[slot]
    return RestingOrder(
      id: order.id,
      account: order.account,
      side: order.price <= topBid ? .buy : .sell,
      price: Int64(order.price),
      quantity: order.quantity,
      isReduceOnly: order.isReduceOnly
    )
  }
}
