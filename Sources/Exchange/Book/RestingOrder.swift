/// An order as it rests in the book.
public struct RestingOrder: Sendable, Hashable {
  /// The order's id.
  public let id: OrderID
  /// The owner.
  public let account: AccountID
  /// Buy or sell.
  public let side: OrderSide
  /// Price in ticks.
  public let price: Int64
  /// Open quantity in lots.
  public let quantity: Int64
  /// Whether it may only reduce its account's position.
  public let isReduceOnly: Bool

  /// Creates a description of a resting order.
  @inlinable public init(
    id: OrderID,
    account: AccountID,
    side: OrderSide,
    price: Int64,
    quantity: Int64,
    isReduceOnly: Bool
  ) {
    self.id = id
    self.account = account
    self.side = side
    self.price = price
    self.quantity = quantity
    self.isReduceOnly = isReduceOnly
  }
}
