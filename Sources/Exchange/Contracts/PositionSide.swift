/// The side of a position in a contract.
public enum PositionSide: UInt8, Sendable, Hashable, CaseIterable {
  /// Gains when the price rises.
  case long
  /// Gains when the price falls.
  case short

  /// +1 for a long, −1 for a short: the `s` of the formulas.
  public var sign: Int64 { self == .long ? 1 : -1 }

  /// The order that closes the position.
  public var closingSide: OrderSide { self == .long ? .sell : .buy }

  /// The other side.
  public var opposite: PositionSide { self == .long ? .short : .long }
}
