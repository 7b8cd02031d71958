/// A listener that sees everything a book does and answers what the book cannot know: positions
/// and margin.
///
/// The book calls its observer synchronously, through static dispatch; requirements left at their
/// defaults cost nothing. An observer that reports positions applies a fill to them before it
/// returns from ``filled(_:)``.
public protocol BookObserver {
  /// A trade took place.
  mutating func filled(_ fill: Fill)
  /// Quantity left an order without a trade.
  mutating func cancelled(_ cancellation: Cancellation)
  /// A command was refused.
  mutating func rejected(order id: OrderID, reason: OrderRejection)
  /// An order, or its remainder, came to rest at the back of its level.
  mutating func rested(_ order: RestingOrder)
  /// A resting order was amended; any trades it causes follow.
  mutating func amended(_ amendment: Amendment)
  /// A stop order was accepted and waits.
  mutating func stopAccepted(_ stop: StopOrder)
  /// A stop fired; its order enters the book next.
  mutating func stopFired(order id: OrderID)

  /// The margin check on entry; a refused order is rejected.
  mutating func admits(entry order: Order) -> Bool
  /// The margin check at the match; a refused maker is cancelled and the taker goes on.
  mutating func admits(maker: RestingOrder, filling quantity: Int64) -> Bool
  /// The account's signed position in lots, long positive; asked for reduce-only orders only.
  mutating func position(of account: AccountID) -> Int64
}

extension BookObserver {
  /// Ignores the trade.
  @inlinable public mutating func filled(_ fill: Fill) {}
  /// Ignores the cancellation.
  @inlinable public mutating func cancelled(_ cancellation: Cancellation) {}
  /// Ignores the refusal.
  @inlinable public mutating func rejected(order id: OrderID, reason: OrderRejection) {}
  /// Ignores the resting order.
  @inlinable public mutating func rested(_ order: RestingOrder) {}
  /// Ignores the amendment.
  @inlinable public mutating func amended(_ amendment: Amendment) {}
  /// Ignores the stop.
  @inlinable public mutating func stopAccepted(_ stop: StopOrder) {}
  /// Ignores the trigger.
  @inlinable public mutating func stopFired(order id: OrderID) {}
  /// Admits every entry.
  @inlinable public mutating func admits(entry order: Order) -> Bool { true }
  /// Admits every maker.
  @inlinable public mutating func admits(maker: RestingOrder, filling quantity: Int64) -> Bool {
    true
  }
  /// Knows no positions: every reduce-only order is refused.
  @inlinable public mutating func position(of account: AccountID) -> Int64 { 0 }
}
