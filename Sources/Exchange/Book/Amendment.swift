/// A change of a resting order's price or quantity.
public struct Amendment: Sendable, Hashable {
  /// The order.
  public let id: OrderID
  /// The new price in ticks.
  public let price: Int64
  /// The new open quantity in lots, before any trade the amendment causes.
  public let quantity: Int64
  /// Whether the order kept its place in the queue.
  public let keptPriority: Bool

  /// Creates an amendment.
  @inlinable public init(id: OrderID, price: Int64, quantity: Int64, keptPriority: Bool) {
    self.id = id
    self.price = price
    self.quantity = quantity
    self.keptPriority = keptPriority
  }
}
