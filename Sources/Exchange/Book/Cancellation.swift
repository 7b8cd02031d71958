/// Quantity that left an order without a trade.
public struct Cancellation: Sendable, Hashable {
  /// The order.
  public let id: OrderID
  /// Its owner.
  public let account: AccountID
  /// Lots cancelled.
  public let quantity: Int64
  /// Lots the order keeps; 0 when it is gone.
  public let remaining: Int64
  /// Why.
  public let reason: CancellationReason

  /// Creates a cancellation.
  @inlinable public init(
    id: OrderID,
    account: AccountID,
    quantity: Int64,
    remaining: Int64,
    reason: CancellationReason
  ) {
    self.id = id
    self.account = account
    self.quantity = quantity
    self.remaining = remaining
    self.reason = reason
  }
}
