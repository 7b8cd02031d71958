/// One trade: a maker's resting order meets an arriving taker at the maker's price.
public struct Fill: Sendable, Hashable {
  /// The resting order.
  public let maker: OrderID
  /// The arriving order.
  public let taker: OrderID
  /// Ticks; the maker's price.
  public let price: Int64
  /// Lots.
  public let quantity: Int64
  /// Lots the maker still has resting after this trade.
  public let makerRemaining: Int64
  /// The maker's owner.
  public let makerAccount: AccountID
  /// The taker's owner.
  public let takerAccount: AccountID
  /// The taker's side.
  public let takerSide: OrderSide

  /// Price times quantity, in tick-lots; fits 64 bits because the maker's whole order did on entry.
  @inlinable public var notional: Int64 { price * quantity }

  /// Creates a fill.
  @inlinable public init(
    maker: OrderID,
    taker: OrderID,
    price: Int64,
    quantity: Int64,
    makerRemaining: Int64,
    makerAccount: AccountID,
    takerAccount: AccountID,
    takerSide: OrderSide
  ) {
    self.maker = maker
    self.taker = taker
    self.price = price
    self.quantity = quantity
    self.makerRemaining = makerRemaining
    self.makerAccount = makerAccount
    self.takerAccount = takerAccount
    self.takerSide = takerSide
  }
}
