extension Book {
  /// Cuts an account's resting reduce-only orders to its position, the newest first, the oldest last.
  ///
  /// Each order is also re-checked when it is about to trade, so the call is not needed for safety;
  /// it keeps the displayed depth honest after a position has shrunk or flipped.
  ///
  /// - Returns: Lots cancelled.
  /// - Complexity: O(orders of the account).
  @inlinable
  @discardableResult
  public mutating func trimReduceOnly<Observer: BookObserver>(
    of account: AccountID,
    observer: inout Observer
  ) -> Int64 {
    guard liveReduceOnlyCount > 0 else { return 0 }
    let mine = newestFirst(of: account)
    var cancelled: Int64 = 0
    for side in OrderSide.allCases {
      var total: Int64 = 0
      for slot in mine where isReduceOnly(slot, side) { total += slots[slot].quantity }
      var excess = total - min(total, reducible(by: side, account, &observer))
      for slot in mine where excess > 0 && isReduceOnly(slot, side) {
        let order = slots[slot]
        let cut = min(excess, order.quantity)
        if cut == order.quantity {
          cancel(slot, .reduceOnly, &observer)
        } else {
          reduce(slot, by: cut)
          observer.cancelled(
            Cancellation(
              id: order.id,
              account: account,
              quantity: cut,
              remaining: order.quantity - cut,
              reason: .reduceOnly
            )
          )
        }
        excess -= cut
        cancelled += cut
      }
    }
    return cancelled
  }

  @inlinable
  func isReduceOnly(_ slot: Int32, _ side: OrderSide) -> Bool {
    let order = slots[slot]
    return !order.isFree && order.isReduceOnly && (order.price <= topBid ? .buy : .sell) == side
  }
}
