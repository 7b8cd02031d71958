extension ZeroIntelligenceBook {
  /// The mid in ticks that a market order would leave behind, found without sending it.
  ///
  /// - Parameters:
  ///   - side: The taker's side.
  ///   - lots: Not negative.
  /// - Returns: Ticks; when the side runs out, its last price stands for the best.
  /// - Complexity: O(levels walked).
  public func midAfter(_ side: OrderSide, lots: Int64) -> Double {
    let best = bestAfter(side, lots: lots)
    return 0.5 * Double(best + (side == .sell ? bestAsk : bestBid))
  }

  /// The best price of the opposite side after a market order.
  private func bestAfter(_ side: OrderSide, lots: Int64) -> Int64 {
    var open = lots
    var best = side == .sell ? bestBid : bestAsk
    book.forEachLevel(of: side.opposite) { level in
      best = level.price
      open -= level.quantity
      return open >= 0
    }
    return best
  }

  /// The lots that one side offers up to a distance from the mid.
  ///
  /// - Parameters:
  ///   - side: The side that rests.
  ///   - ticks: The distance from the mid.
  /// - Returns: Lots.
  public func restingLots(of side: OrderSide, within ticks: Double) -> Int64 {
    let reach =
      side == .buy ? (mid - ticks).rounded(.up) : (mid + ticks).rounded(.down)
    let edge = Int64(min(max(reach, 1), Double(BookRules.priceTicksLimit)))
    return side == .buy
      ? book.depth(of: .buy, in: edge...max(edge, bestBid))
      : book.depth(of: .sell, in: min(edge, bestAsk)...edge)
  }
}
