public import Exchange

/// A command to a book, as a value.
public enum BookCommand: Sendable, Hashable {
  /// Enter an order.
  case submit(Order)
  /// Enter a stop.
  case stop(StopOrder)
  /// Cancel an order or stop.
  case cancel(OrderID)
  /// Cancel an account's orders and stops.
  case cancelAll(AccountID)
  /// Amend a resting order.
  case amend(OrderID, price: Int64?, quantity: Int64?)
  /// Give a reference price.
  case trigger(StopReference, price: Int64, limit: Int)
  /// Cut an account's reduce-only orders.
  case trimReduceOnly(AccountID)
  /// Set the band's reference price.
  case setBandReference(Int64)
}
