/// What one record of an order-by-order market tape reports.
public enum TapeAction: UInt8, Sendable, Hashable, CaseIterable {
  /// An order came to rest.
  case add
  /// An order left the book, by its owner or by a fill that the tape reports beside it.
  case cancel
  /// An order's price or size changed, by its owner or by a fill.
  case modify
  /// An aggressor traded: its side, price and total size.
  case trade
  /// One order's part in the trade before it.
  case fill
}
