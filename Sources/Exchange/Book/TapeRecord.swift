/// One record of an order-by-order market tape, decoded.
public struct TapeRecord: Sendable, Hashable {
  /// What happened.
  public let action: TapeAction
  /// The side of the order, or of the aggressor; `nil` in an auction.
  public let side: OrderSide?
  /// The venue's order id; 0 when a trade has no aggressor.
  public let id: OrderID
  /// Price in ticks.
  public let price: Int64
  /// Lots: the open size after an add or modify, the traded size of a trade or fill.
  public let size: Int64
  /// Whether it is the last record of its event; the book is consistent only after it.
  public let isLastOfEvent: Bool
  /// Whether it belongs to the snapshot of orders that rested before the tape began.
  public let isSnapshot: Bool

  /// Creates a record.
  public init(
    action: TapeAction,
    side: OrderSide?,
    id: OrderID,
    price: Int64,
    size: Int64,
    isLastOfEvent: Bool,
    isSnapshot: Bool
  ) {
    self.action = action
    self.side = side
    self.id = id
    self.price = price
    self.size = size
    self.isLastOfEvent = isLastOfEvent
    self.isSnapshot = isSnapshot
  }
}
