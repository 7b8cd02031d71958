public import Quantities
import Statistics

extension CascadeEngine {
  /// Solves for the news increment with which the next step ends at an observed price.
  ///
  /// At an observed price p the volume is known: Q(p) = E + Σ{longs with p_liq ≥ p} on a fall, less
  /// the shorts with p_liq ≤ p on a rise. So δ follows from ln p = ln p₀ + δ + [f(Q) − f(0)], f the
  /// market's log mid after a volume. News must be additive in the log, as in the square-root market.
  /// If the cascade would stop before p or run past it, the increment whose end lies nearest is
  /// returned.
  ///
  /// Forced orders are valued at the liquidation price; what auto-deleveraging will keep off the
  /// market is not foreseen, and shows as a difference that the next step corrects.
  ///
  /// - Parameters:
  ///   - price: The observed price; the end lies within half a tick of it when exact.
  ///   - exogenousVolume: The signed volume from outside in the same step.
  ///   - market: The market as it stands before the step.
  /// - Complexity: O(k log k) in the number of positions between the mark and the price.
  public func newsIncrement<Market: Liquidity & ~Copyable>(
    toReach price: Price,
    exogenousVolume: Double = 0,
    in market: borrowing Market
  ) -> NewsIncrement {
    let path = forcedPath(to: book.rules.tick(at: price), market)
    let target = market.grid.log(of: price)
    let sign = path.sign
    // In y = sign · ln p the path leads up. With the first K orders executed the end is
    // y = D + g_K, D = sign · δ; it needs D ≥ max(on_k − g_k) over k < K and, to stop there,
    // D ≤ off_K − g_K.
    var volume = exogenousVolume
    var needed = -Double.infinity
    var best = (distance: Double.infinity, increment: 0.0, reached: 0.0)
    for index in 0...path.orders.count {
      let offset = sign * market.logMid(after: volume)
      var limit = Double.infinity
      if index < path.orders.count { limit = path.orders[index].off - offset }
      if needed <= limit {
        let increment = min(max(sign * target - offset, needed), limit)
        let distance = abs(increment + offset - sign * target)
        if distance <= best.distance { best = (distance, increment, increment + offset) }
      }
      guard index < path.orders.count else { break }
      needed = max(needed, path.orders[index].on - offset)
      volume += path.orders[index].volume
    }
    let halfTick = 0.5 * tickSize / book.rules.scale.value(of: price)
    return NewsIncrement(
      logReturn: sign * best.increment,
      reachedLogMid: sign * best.reached,
      isExact: best.distance <= halfTick
    )
  }

  private struct ForcedPath {
    struct Order {
      /// The order is forced at and beyond this y.
      let on: Double
      /// It is not forced up to this y.
      let off: Double
      let volume: Double
    }

    var sign = -1.0
    var orders: [Order] = []
  }

  /// The orders that a move to a tick forces, in trigger order.
  private func forcedPath<Market: Liquidity & ~Copyable>(
    to tick: Int32,
    _ market: borrowing Market
  ) -> ForcedPath {
    var path = ForcedPath()
    guard rules.liquidates else { return path }
    let mark = markTick(market)
    let side: PositionSide = tick <= mark ? .long : .short
    path.sign = side == .long ? -1 : 1
    for trigger in book.triggers(of: side, atTick: tick) {
      let row = book.rows[trigger.id.index]
      let price = Double(trigger.tick) * tickSize
      // The mark is the mid rounded to the nearest tick: a quarter tick keeps clear of the tie.
      path.orders.append(
        ForcedPath.Order(
          on: path.sign * Libm.log(price - path.sign * 0.25 * tickSize),
          off: path.sign * Libm.log(price - path.sign * 0.75 * tickSize),
          volume: path.sign * Double(row.size) * baseUnit * price
        )
      )
    }
    return path
  }
}
