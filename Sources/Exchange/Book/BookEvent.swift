/// One thing a book did, as a value.
public enum BookEvent: Sendable, Hashable {
  /// A trade.
  case filled(Fill)
  /// Quantity left an order without a trade.
  case cancelled(Cancellation)
  /// A command was refused.
  case rejected(order: OrderID, reason: OrderRejection)
  /// An order came to rest.
  case rested(RestingOrder)
  /// A resting order changed.
  case amended(Amendment)
  /// A stop waits.
  case stopAccepted(order: OrderID)
  /// A stop fired.
  case stopFired(order: OrderID)
}
