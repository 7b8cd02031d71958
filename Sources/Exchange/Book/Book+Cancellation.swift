extension Book {
  /// Cancels a resting order or a waiting stop.
  ///
  /// - Returns: The cancelled quantity, or ``OrderRejection/unknownOrder`` if the id is not alive.
  /// - Complexity: O(1); O(log stops) for a stop.
  @inlinable
  @discardableResult
  public mutating func cancel<Observer: BookObserver>(
    order id: OrderID,
    observer: inout Observer
  ) -> OrderReceipt {
    let slot = slot(of: id)
    if slot != OrderSlot.none {
      let quantity = slots[slot].quantity
      cancel(slot, .requested, &observer)
      return OrderReceipt(cancelled: quantity)
    }
    return cancelStop(id, .requested, &observer)
  }

  @inlinable
  mutating func cancelStop<Observer: BookObserver>(
    _ id: OrderID,
    _ reason: CancellationReason,
    _ observer: inout Observer
  ) -> OrderReceipt {
    guard let stop = stops.remove(id) else {
      observer.rejected(order: id, reason: .unknownOrder)
      return OrderReceipt(rejection: .unknownOrder)
    }
    observer.cancelled(
      Cancellation(
        id: id,
        account: stop.order.account,
        quantity: stop.order.quantity,
        remaining: 0,
        reason: reason
      )
    )
    return OrderReceipt(cancelled: stop.order.quantity)
  }

  /// Cancels every resting order and every waiting stop of an account, each in ascending id order.
  ///
  /// - Returns: The number of orders and stops cancelled.
  /// - Complexity: O(k log k) for k orders of the account, plus O(stops) if any stop waits.
  @inlinable
  @discardableResult
  public mutating func cancelAll<Observer: BookObserver>(
    of account: AccountID,
    reason: CancellationReason = .requested,
    observer: inout Observer
  ) -> Int {
    let resting = orderIDs(of: account)
    for id in resting { cancel(slot(of: id), reason, &observer) }
    let waiting = stops.ids(of: account)
    for id in waiting { _ = cancelStop(id, reason, &observer) }
    return resting.count + waiting.count
  }

  /// The ids of an account's resting orders, ascending.
  ///
  /// - Complexity: O(k log k) for k orders.
  public func orderIDs(of account: AccountID) -> [OrderID] {
    newestFirst(of: account).map { slots[$0].id }.sorted()
  }

  /// The slots of an account's resting orders, the last to come to rest first.
  @usableFromInline
  func newestFirst(of account: AccountID) -> [Int32] {
    var found: [Int32] = []
    var slot = newest.slot(of: UInt64(account))
    while slot != OrderSlot.none {
      found.append(slot)
      slot = slots[slot].older
    }
    return found
  }
}
