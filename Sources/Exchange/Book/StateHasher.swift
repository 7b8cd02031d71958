/// The 64-bit FNV-1a hash of a sequence of words.
///
/// Source: Fowler, Noll, Vo; offset basis 14695981039346656037, prime 1099511628211. The
/// multiplication wraps by definition.
package struct StateHasher {
  /// The hash of what was combined so far.
  package private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Creates the hash of nothing.
  package init() {}

  /// Adds a word as eight bytes, the lowest first.
  package mutating func combine(_ word: UInt64) {
    for shift in stride(from: UInt64(0), to: 64, by: 8) {
      value = (value ^ (word >> shift & 0xFF)) &* 0x100_0000_01B3
    }
  }

  /// Adds a resting order and the instructions that stay with it.
  package mutating func combine(_ order: Order) {
    combine(UInt64(order.side.rawValue))
    combine(UInt64(bitPattern: order.price))
    combine(order.id)
    combine(UInt64(order.account))
    combine(UInt64(order.tradeGroup))
    combine(UInt64(bitPattern: order.quantity))
    combine(
      (order.isPostOnly ? 1 : 0) | (order.isReduceOnly ? 2 : 0) | (order.isLiquidation ? 4 : 0)
        | UInt64(order.selfTradePrevention.rawValue) << 8
        | UInt64(order.selfTradeScope.rawValue) << 16
    )
  }

  /// Adds a waiting stop.
  package mutating func combine(_ stop: StopOrder) {
    combine(stop.order)
    combine(UInt64(stop.order.type.rawValue))
    combine(UInt64(stop.order.timeInForce.rawValue))
    combine(UInt64(bitPattern: stop.trigger))
  }
}
