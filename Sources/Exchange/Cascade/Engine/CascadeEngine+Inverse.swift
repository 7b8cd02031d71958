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
  /// - Returns: The increment and where it leads.
  /// - Complexity: O(k log k) in the number of positions between the mark and the price.
  public func newsIncrement<Market: Liquidity & ~Copyable>(
    toReach price: Price,
    exogenousVolume: Double = 0,
    in market: borrowing Market
  ) -> NewsIncrement {
    increment(toReach: price, exogenousVolume: exogenousVolume, in: market)
  }

  func increment<Market: Liquidity & ~Copyable>(
    toReach price: Price,
    exogenousVolume: Double,
    in market: borrowing Market
  ) -> NewsIncrement {
    let target = market.grid.log(of: price)
    let tick = book.rules.tick(at: price)
    let mark = markTick(market)
    var reach = tick
    // Where the price has moved between steps, longs above it may stand triggered below the mark.
    var side = PositionSide.long
    var path = forcedPath(of: side, to: reach)
    if path.orders.isEmpty {
      side = .short
      path = forcedPath(of: side, to: reach)
    }
    var best = nearestEnd(of: path, to: target, exogenousVolume, market)
    // A cascade that cannot stop at the price runs beyond it: look further for where it stops.
    while !best.isComplete, reach > 0, reach < TriggerLevelRule.levelLimit {
      let step = max(64, 2 * abs(reach - mark))
      reach = side == .long ? max(0, reach - step) : reach + min(step, .max / 4)
      reach = min(reach, TriggerLevelRule.levelLimit)
      path = forcedPath(of: side, to: reach)
      best = nearestEnd(of: path, to: target, exogenousVolume, market)
    }
    let halfTick = 0.5 * tickSize / book.rules.scale.value(of: price)
    return NewsIncrement(
      logReturn: path.sign * best.increment,
      reachedLogMid: path.sign * best.reached,
      isExact: best.distance <= halfTick
    )
  }

  /// The orders of one side that a move to some price forces, in trigger order.
  private struct ForcedPath {
    struct Order {
      /// The order is forced at and beyond this y.
      let on: Double
      /// It is not forced up to this y.
      let off: Double
      let volume: Double
    }

    /// −1 for falls: in y = sign · ln p the path leads up.
    var sign = -1.0
    var orders: [Order] = []
    /// No order is missing up to this y.
    var end = Double.infinity
  }

  private struct ReachableEnd {
    var distance = Double.infinity
    /// D = sign · δ.
    var increment = 0.0
    /// The y where the cascade stops.
    var reached = 0.0
    /// Whether no end that the path does not show can lie nearer.
    var isComplete = false
  }

  /// The end nearest to a price among all that some news can bring about.
  ///
  /// With the first K orders executed the end is y = D + g_K. It needs D ≥ max(on_k − g_k) over
  /// k < K and, to stop there, D ≤ off_K − g_K.
  private func nearestEnd<Market: Liquidity & ~Copyable>(
    of path: ForcedPath,
    to target: Double,
    _ exogenousVolume: Double,
    _ market: borrowing Market
  ) -> ReachableEnd {
    let aim = path.sign * target
    var best = ReachableEnd()
    var volume = exogenousVolume
    var needed = -Double.infinity
    for index in 0...path.orders.count {
      let offset = path.sign * market.logMid(after: volume)
      let isLast = index == path.orders.count
      let limit = (isLast ? path.end : path.orders[index].off) - offset
      if needed <= limit {
        let increment = min(max(aim - offset, needed), limit)
        let distance = abs(increment + offset - aim)
        if distance <= best.distance {
          best.distance = distance
          best.increment = increment
          best.reached = increment + offset
        }
        best.isComplete = isLast
      }
      guard !isLast else { break }
      needed = max(needed, path.orders[index].on - offset)
      volume += path.orders[index].volume
    }
    if path.end - aim > best.distance { best.isComplete = true }
    return best
  }

  private func forcedPath(of side: PositionSide, to tick: Int32) -> ForcedPath {
    var path = ForcedPath()
    guard rules.liquidates else { return path }
    path.sign = side == .long ? -1 : 1
    if tick > 0 && tick < TriggerLevelRule.levelLimit {
      path.end = path.sign * Libm.log((Double(tick) + path.sign * 0.25) * tickSize)
    }
    for trigger in book.triggers(of: side, atTick: tick) where trigger.tick > 0 {
      let row = book.rows[trigger.id.index]
      // The mark is the mid rounded to the nearest tick: a quarter tick keeps clear of the tie.
      let level = Double(trigger.tick)
      path.orders.append(
        ForcedPath.Order(
          on: path.sign * Libm.log((level - path.sign * 0.25) * tickSize),
          off: path.sign * Libm.log((level - path.sign * 0.75) * tickSize),
          volume: path.sign * Double(row.size) * baseUnit * level * tickSize
        )
      )
    }
    return path
  }
}
