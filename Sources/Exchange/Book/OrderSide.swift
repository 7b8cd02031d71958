/// The direction of an order: buying adds to the bids, selling to the asks.
public enum OrderSide: UInt8, Sendable, Hashable, CaseIterable {
  /// Takes from the asks, rests among the bids.
  case buy
  /// Takes from the bids, rests among the asks.
  case sell

  /// The side an order trades against.
  @inlinable public var opposite: OrderSide { self == .buy ? .sell : .buy }
}
