import Exchange

/// A seeded source of commands that covers every kind, option and refusal in a small price range.
public struct BookCommandSource {
  private var state: UInt64
  private let centre: Int64

  /// A source of its own for every seed; prices lie around `centre`.
  public init(seed: UInt64, centre: Int64 = 100) {
    // One mixing round, or the streams of neighbouring seeds would be shifts of each other.
    state = seed
    self.centre = centre
    state = next() &* 0xD134_2543_DE82_EF95
  }

  /// SplitMix64; the arithmetic wraps by definition.
  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }

  private mutating func draw(_ range: ClosedRange<Int64>) -> Int64 {
    range.lowerBound + Int64(next() % UInt64(range.upperBound - range.lowerBound + 1))
  }

  private mutating func chance(_ percent: Int64) -> Bool { draw(0...99) < percent }

  private mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int(next() % UInt64(values.count))]
  }

  /// Small ids are reused often; some are beyond the dense range of the book's index.
  private mutating func id() -> OrderID {
    chance(85) ? OrderID(draw(1...70)) : 6_412_777_000_000 + OrderID(draw(1...40)) * 1_048_576
  }

  private mutating func account() -> AccountID { AccountID(draw(1...5)) }

  private mutating func price() -> Int64 {
    if chance(3) { return pick([0, -1, 1, centre * 1_000_003, 1 << 30, 1 << 40, Int64.max]) }
    if chance(4) { return centre + draw(-90...9_000) }
    return centre + draw(-8...8)
  }

  private mutating func quantity() -> Int64 {
    chance(3) ? pick([0, -5, Int64.max, Int64.min, 1_000]) : draw(1...20)
  }

  private mutating func order() -> Order {
    let isMarket = chance(12)
    return Order(
      id: id(),
      account: account(),
      side: chance(50) ? .buy : .sell,
      type: isMarket ? .market : .limit,
      price: isMarket && chance(60) ? 0 : price(),
      quantity: quantity(),
      timeInForce: chance(70) ? .goodTillCancelled : pick([.immediateOrCancel, .fillOrKill]),
      isPostOnly: chance(12),
      isReduceOnly: chance(18),
      isLiquidation: chance(2),
      selfTradePrevention: pick(SelfTradePrevention.allCases),
      selfTradeScope: pick(SelfTradeScope.allCases),
      tradeGroup: UInt32(draw(0...2))
    )
  }

  /// The next command.
  public mutating func command() -> BookCommand {
    switch draw(0...99) {
    case 0..<58: return .submit(order())
    case 58..<66:
      return .stop(
        StopOrder(
          order: order(),
          reference: pick(StopReference.allCases),
          condition: pick(StopCondition.allCases),
          trigger: price()
        )
      )
    case 66..<76: return .cancel(id())
    case 76..<77: return .cancelAll(account())
    case 77..<91:
      return .amend(
        id(),
        price: chance(45) ? price() : nil,
        quantity: chance(75) ? quantity() : nil
      )
    case 91..<96:
      return .trigger(
        pick(StopReference.allCases),
        price: centre + draw(-10...10),
        limit: chance(30) ? 1 : Int.max
      )
    case 96..<98: return .trimReduceOnly(account())
    default: return .setBandReference(chance(20) ? 0 : centre + draw(-4...4))
    }
  }
}
