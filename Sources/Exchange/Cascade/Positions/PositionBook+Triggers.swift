extension PositionBook {
  /// A position that the mark has reached.
  public struct Trigger: Hashable, Sendable {
    /// The position.
    public let id: PositionID
    /// Which way it gained.
    public let side: PositionSide
    /// Its liquidation price in ticks.
    public let tick: Int32
  }

  /// The next position to liquidate at a mark, or nil: one comparison per side and tier.
  ///
  /// A long triggers at a mark on or below its liquidation price, a short on or above. Of several,
  /// the one whose trigger lies furthest behind the mark goes first, which on a monotone path is the
  /// one that was reached first; ties go to the lower id. The order is total, and a mark that moves
  /// re-tests every position at its turn.
  ///
  /// - Parameter mark: In ticks.
  /// - Returns: The position and its liquidation price.
  /// - Complexity: Amortised O(log n) per position that is liquidated, O(tiers) otherwise.
  @inline(__always)
  public mutating func nextTriggered(atTick mark: Int32) -> Trigger? {
    var best: (distance: Int32, id: Int32, group: Int)?
    for group in indexes.indices {
      guard let key = indexes[group].peek(rows) else { continue }
      let isLong = group & 1 == 0
      let level = TriggerIndex.level(of: key) + shifts[group]
      let distance = level - (isLong ? mark : -mark)
      guard distance >= 0 else { continue }
      let id = TriggerIndex.id(of: key)
      if let current = best {
        guard (distance, -id) > (current.distance, -current.id) else { continue }
      }
      best = (distance, id, group)
    }
    guard let (distance, id, group) = best else { return nil }
    let isLong = group & 1 == 0
    return Trigger(
      id: PositionID(rawValue: id),
      side: isLong ? .long : .short,
      tick: isLong ? mark + distance : mark - distance
    )
  }

  /// Whether any position is triggered at a mark.
  public mutating func isTriggered(atTick mark: Int32) -> Bool {
    nextTriggered(atTick: mark) != nil
  }

  /// The positions of one side that a mark would trigger, in trigger order; nothing is changed.
  ///
  /// - Parameters:
  ///   - side: The side.
  ///   - mark: In ticks.
  /// - Returns: All of them, next first.
  /// - Complexity: O(k log k) in the number returned, plus the empty buckets passed.
  public func triggers(of side: PositionSide, atTick mark: Int32) -> [Trigger] {
    let isLong = side == .long
    var found: [Trigger] = []
    for group in indexes.indices where (group & 1 == 0) == isLong {
      let limit = (isLong ? mark : -mark) - shifts[group]
      for key in indexes[group].keys(from: limit, rows) {
        let level = TriggerIndex.level(of: key) + shifts[group]
        found.append(
          Trigger(
            id: PositionID(rawValue: TriggerIndex.id(of: key)),
            side: side,
            tick: isLong ? level : -level
          )
        )
      }
    }
    if rules.tiers.count > 1 {
      found.sort { (isLong ? -$0.tick : $0.tick, $0.id) < (isLong ? -$1.tick : $1.tick, $1.id) }
    }
    return found
  }
}
