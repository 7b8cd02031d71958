import Exchange

/// The observer of the benchmark: hashes every trade and counts every event.
struct MatchingTally: BookObserver {
  var hash: UInt64 = 0xCBF2_9CE4_8422_2325
  var tradeCount = 0
  var lots: Int64 = 0
  var notional: UInt64 = 0
  var restedLots: Int64 = 0
  var cancelledLots: Int64 = 0
  var refusedCount = 0
  var selfTradeCount = 0

  @inline(__always)
  mutating func filled(_ fill: Fill) {
    // The hash of the stream's format wraps by definition.
    let pair = fill.maker &* 0x9E37_79B1 &+ fill.taker
    hash = (hash ^ pair) &* 0x100_0000_01B3
    let terms = UInt64(bitPattern: fill.price) << 32 | UInt64(bitPattern: fill.quantity)
    hash = (hash ^ terms) &* 0x100_0000_01B3
    tradeCount += 1
    lots += fill.quantity
    notional &+= UInt64(bitPattern: fill.notional)
  }

  @inline(__always)
  mutating func cancelled(_ cancellation: Cancellation) {
    cancelledLots += cancellation.quantity
    if cancellation.reason == .selfTrade { selfTradeCount += 1 }
  }

  @inline(__always)
  mutating func rejected(order id: OrderID, reason: OrderRejection) { refusedCount += 1 }

  @inline(__always)
  mutating func rested(_ order: RestingOrder) { restedLots += order.quantity }
}
