/// An instruction to trade, in integer price ticks and integer lots.
///
///     let bid = Order.limit(id: 1, account: 7, side: .buy, price: 65_000, quantity: 10)
public struct Order: Sendable, Hashable {
  /// The id the order is known by while it lives.
  public var id: OrderID
  /// Price in ticks: the limit, or a market order's protective limit (0 for none).
  public var price: Int64
  /// Quantity in lots.
  public var quantity: Int64
  /// The owner.
  public var account: AccountID
  /// The owner's trade group for self-trade prevention; 0 is no group.
  public var tradeGroup: UInt32
  /// Buy or sell.
  public var side: OrderSide
  /// Limit or market.
  public var type: OrderType
  /// What becomes of a remainder; a market order never rests, whatever it says here.
  public var timeInForce: TimeInForce
  /// Refused if it would trade on arrival.
  public var isPostOnly: Bool
  /// Only ever reduces the account's position: trimmed to it, on entry and at every match.
  public var isReduceOnly: Bool
  /// Closes an account by force: the account's own orders are cancelled first, and neither the
  /// minimum notional nor the price band's refusal applies.
  public var isLiquidation: Bool
  /// What happens when it meets an order of its own.
  public var selfTradePrevention: SelfTradePrevention
  /// Whose orders are its own.
  public var selfTradeScope: SelfTradeScope

  /// Creates an order; the defaults are a plain limit order that rests.
  @inlinable public init(
    id: OrderID,
    account: AccountID,
    side: OrderSide,
    type: OrderType = .limit,
    price: Int64,
    quantity: Int64,
    timeInForce: TimeInForce = .goodTillCancelled,
    isPostOnly: Bool = false,
    isReduceOnly: Bool = false,
    isLiquidation: Bool = false,
    selfTradePrevention: SelfTradePrevention = .none,
    selfTradeScope: SelfTradeScope = .account,
    tradeGroup: UInt32 = 0
  ) {
    self.id = id
    self.account = account
    self.side = side
    self.type = type
    self.price = price
    self.quantity = quantity
    self.timeInForce = timeInForce
    self.isPostOnly = isPostOnly
    self.isReduceOnly = isReduceOnly
    self.isLiquidation = isLiquidation
    self.selfTradePrevention = selfTradePrevention
    self.selfTradeScope = selfTradeScope
    self.tradeGroup = tradeGroup
  }

  /// A limit order.
  @inlinable public static func limit(
    id: OrderID,
    account: AccountID,
    side: OrderSide,
    price: Int64,
    quantity: Int64,
    timeInForce: TimeInForce = .goodTillCancelled
  ) -> Order {
    Order(
      id: id,
      account: account,
      side: side,
      price: price,
      quantity: quantity,
      timeInForce: timeInForce
    )
  }

  /// A market order: immediate or cancel, at no worse than `protectiveLimit` (0 for none).
  @inlinable public static func market(
    id: OrderID,
    account: AccountID,
    side: OrderSide,
    quantity: Int64,
    protectiveLimit: Int64 = 0
  ) -> Order {
    Order(
      id: id,
      account: account,
      side: side,
      type: .market,
      price: protectiveLimit,
      quantity: quantity,
      timeInForce: .immediateOrCancel
    )
  }
}
