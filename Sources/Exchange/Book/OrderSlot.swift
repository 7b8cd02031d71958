/// A resting order in 48 bytes, so that most orders lie in one cache line.
///
/// Keeping the account's links in a second array costs a second cache miss per order in a deep book.
/// The side is not stored: the book is never crossed, so an order is a bid if and only if its price
/// is not above the best bid.
@usableFromInline
struct OrderSlot: BitwiseCopyable {
  /// Marks an empty link, and a slot that holds no order.
  @usableFromInline static let none: Int32 = -1

  @usableFromInline var id: OrderID
  @usableFromInline var quantity: Int64
  /// The order behind this one at its level; in a free slot, the next free slot.
  @usableFromInline var next: Int32
  @usableFromInline var previous: Int32
  /// Ticks, with the reduce-only mark in the sign bit; 0 in a free slot.
  @usableFromInline var markedPrice: Int32
  @usableFromInline var account: AccountID
  /// The account's order that came to rest before this one.
  @usableFromInline var older: Int32
  /// The account's order that came to rest after this one.
  @usableFromInline var newer: Int32
  @usableFromInline var tradeGroup: UInt32
  /// Side, post-only, self-trade mode and scope, liquidation, as packed by ``OrderTraits``.
  @usableFromInline var traits: UInt32

  @inlinable
  init(
    id: OrderID,
    quantity: Int64,
    next: Int32,
    previous: Int32,
    markedPrice: Int32,
    account: AccountID,
    older: Int32,
    tradeGroup: UInt32,
    traits: UInt32
  ) {
    self.id = id
    self.quantity = quantity
    self.next = next
    self.previous = previous
    self.markedPrice = markedPrice
    self.account = account
    self.older = older
    newer = OrderSlot.none
    self.tradeGroup = tradeGroup
    self.traits = traits
  }

  @inlinable static var free: OrderSlot {
    OrderSlot(
      id: 0,
      quantity: 0,
      next: none,
      previous: none,
      markedPrice: 0,
      account: 0,
      older: none,
      tradeGroup: 0,
      traits: 0
    )
  }

  @inlinable var price: Int32 { markedPrice & Int32.max }
  @inlinable var isReduceOnly: Bool { markedPrice < 0 }
  @inlinable var isFree: Bool { markedPrice == 0 }
}

/// The instructions of a resting order that matter again when it is amended, packed in a word.
@usableFromInline
enum OrderTraits {
  @inlinable static func packed(_ order: Order) -> UInt32 {
    UInt32(order.side.rawValue)
      | (order.isPostOnly ? 2 : 0)
      | (order.isReduceOnly ? 4 : 0)
      | UInt32(order.selfTradeScope.rawValue) << 3
      | UInt32(order.selfTradePrevention.rawValue) << 4
      | (order.isLiquidation ? 256 : 0)
  }

  static func side(of traits: UInt32) -> OrderSide { traits & 1 == 0 ? .buy : .sell }

  static func restore(_ traits: UInt32, into order: inout Order) {
    order.side = side(of: traits)
    order.isPostOnly = traits & 2 != 0
    order.isReduceOnly = traits & 4 != 0
    order.selfTradeScope = traits & 8 != 0 ? .tradeGroup : .account
    order.selfTradePrevention = SelfTradePrevention(rawValue: UInt8(traits >> 4 & 7)) ?? .none
    order.isLiquidation = traits & 256 != 0
  }
}
