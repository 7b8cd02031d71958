/// Which way a position gains.
public enum PositionSide: UInt8, Sendable, Hashable, CaseIterable {
  /// Gains when the price rises.
  case long
  /// Gains when the price falls.
  case short

  /// +1 for a long, −1 for a short.
  @inlinable public var sign: Int64 { self == .long ? 1 : -1 }

  /// The side that gains where this one loses.
  @inlinable public var opposite: PositionSide { self == .long ? .short : .long }

  /// The order that closes the position.
  @inlinable public var closingSide: OrderSide { self == .long ? .sell : .buy }
}
