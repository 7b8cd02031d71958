extension Book {
  /// Changes a resting order's price, open quantity, or both.
  ///
  /// A smaller quantity at the same price keeps the order's turn. A larger quantity or a new price
  /// sends it to the back as if newly entered, with its original instructions, and it may trade at
  /// once. A refused amendment leaves the order as it was.
  ///
  /// - Parameters:
  ///   - id: A resting order; a waiting stop cannot be amended.
  ///   - price: The new price in ticks, or `nil` to keep it.
  ///   - quantity: The new open quantity in lots, or `nil` to keep it.
  ///   - observer: Sees the events; answers for positions and margin.
  /// - Returns: The refusal, or where the order's quantity went.
  @inlinable
  @discardableResult
  public mutating func amend<Observer: BookObserver>(
    order id: OrderID,
    price: Int64? = nil,
    quantity: Int64? = nil,
    observer: inout Observer
  ) -> OrderReceipt {
    let slot = slot(of: id)
    guard slot != OrderSlot.none else {
      return refuse(id, stops.contains(id) ? .stopIsPending : .unknownOrder, &observer)
    }
    let old = slots[slot].quantity
    var order = restored(slot)
    order.price = price ?? order.price
    order.quantity = quantity ?? old
    if order.price == Int64(slots[slot].price) && order.quantity <= old {
      if let reason = quantityRefusal(of: order.quantity, type: .limit)
        ?? notionalRefusal(of: order, price: order.price)
      {
        return refuse(id, reason, &observer)
      }
      if order.quantity < old { reduce(slot, by: old - order.quantity) }
      observer.amended(
        Amendment(id: id, price: order.price, quantity: order.quantity, keptPriority: true)
      )
      return OrderReceipt(resting: order.quantity)
    }
    if let reason = valueRefusal(of: order)
      ?? stateRefusal(of: order, replacing: old, &observer)
    {
      return refuse(id, reason, &observer)
    }
    remove(slot)
    observer.amended(
      Amendment(id: id, price: order.price, quantity: order.quantity, keptPriority: false)
    )
    return execute(order, &observer)
  }

  @inlinable
  func refuse<Observer: BookObserver>(
    _ id: OrderID,
    _ reason: OrderRejection,
    _ observer: inout Observer
  ) -> OrderReceipt {
    observer.rejected(order: id, reason: reason)
    return OrderReceipt(rejection: reason)
  }

  /// The order a slot was made from, with its open quantity.
  @usableFromInline
  func restored(_ slot: Int32) -> Order {
    let resting = slots[slot]
    var order = Order(
      id: resting.id,
      account: resting.account,
      side: .buy,
      price: Int64(resting.price),
      quantity: resting.quantity,
      tradeGroup: slots[slot].tradeGroup
    )
    OrderTraits.restore(slots[slot].traits, into: &order)
    return order
  }
}
