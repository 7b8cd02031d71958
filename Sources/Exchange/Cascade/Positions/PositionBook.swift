public import Quantities

/// Every isolated linear position of one contract, ready to be liquidated in order.
///
/// Ten million positions fit: a row takes 32 bytes, its funding 8 and its place in the trigger order about 5.
/// All amounts are exact integers. Positions trigger in the total order (distance past the trigger,
/// then id): of two longs the one with the higher liquidation price goes first.
///
///     var book = PositionBook(rules: rules, capacity: 100_000)
///     let id = try book.open(side: .long, size: size, entryNotional: notional, margin: margin)
///     while let next = book.nextTriggered(atTick: mark) { book.close(next.id) }
///
/// The book is a value: a copy is an independent book, which is how a counterfactual begins.
public struct PositionBook: Sendable {
  /// Owner classes are indices below this.
  public static let ownerClassCount = 16

  /// The contract's rules.
  public let rules: PositionBookRules
  /// The cumulative funding that one base minor unit long has paid, 10⁻¹² quote minor units.
  public internal(set) var fundingIndex: Int64 = 0
  /// Funding that settled positions have paid less what they have received, quote minor units.
  ///
  /// The holder of contracts outside the book settles against it too; what is left at the end is the
  /// rounding residue.
  public internal(set) var fundingPool: Int64 = 0
  /// The number of open positions.
  public internal(set) var count = 0

  var rows: [PositionRow] = []
  /// The index up to which each row is settled; empty until funding is first charged.
  var fundingIndexes: [Int64] = []
  var freeRow: Int32 = -1
  var indexes: [TriggerIndex]
  var levelRules: [TriggerLevelRule]
  var shifts: [Int32]
  var groupCounts: [Int]
  var classTotals: [ClassTotals]

  /// Creates an empty book.
  ///
  /// - Parameters:
  ///   - rules: Scales, tick and tiers.
  ///   - capacity: The number of positions to make room for; it also sets the fineness of the index.
  public init(rules: PositionBookRules, capacity: Int) {
    precondition(capacity >= 0, "a capacity must not be negative: \(capacity)")
    self.rules = rules
    var indexes: [TriggerIndex] = []
    var levelRules: [TriggerLevelRule] = []
    for tier in rules.tiers {
      for side in PositionSide.allCases {
        let isLong = side == .long
        indexes.append(
          TriggerIndex(
            group: UInt8(indexes.count),
            levelMin: isLong ? 0 : -rules.priceTicksMax,
            levelCount: rules.priceTicksMax,
            capacity: capacity / rules.tiers.count
          )
        )
        levelRules.append(TriggerLevelRule(side: side, tier: tier, rules: rules))
      }
    }
    self.indexes = indexes
    self.levelRules = levelRules
    shifts = Array(repeating: 0, count: indexes.count)
    groupCounts = Array(repeating: 0, count: indexes.count)
    classTotals = Array(repeating: ClassTotals(), count: Self.ownerClassCount * 2)
    rows.reserveCapacity(capacity)
  }

  /// The bytes the book holds, unused capacity included.
  public var byteCount: Int {
    rows.capacity * MemoryLayout<PositionRow>.stride + fundingIndexes.capacity * 8
      + indexes.reduce(0) { $0 + $1.byteCount }
  }

  /// Opens a position.
  ///
  /// - Parameters:
  ///   - side: Which way it gains.
  ///   - size: Base minor units, positive.
  ///   - entryNotional: Cash value at entry, quote minor units, not negative.
  ///   - margin: Isolated margin, quote minor units, not negative.
  ///   - ownerClass: Below ``PositionBook/ownerClassCount``.
  ///   - leverageBand: A label for tables.
  ///   - tier: An index into the rules' tiers.
  /// - Returns: The id, dense and reused after a close.
  /// - Throws: ``CascadeError`` for a value outside its domain or a liquidation price beyond the
  ///   exact arithmetic.
  /// - Complexity: O(1).
  public mutating func open(
    side: PositionSide,
    size: Amount,
    entryNotional: Amount,
    margin: Amount,
    ownerClass: UInt8 = 0,
    leverageBand: UInt8 = 0,
    tier: Int = 0
  ) throws(CascadeError) -> PositionID {
    guard size.units > 0 else {
      throw .invalid(field: "size", value: "\(size.units)", expected: "a positive amount")
    }
    guard entryNotional.units >= 0 else {
      throw .invalid(
        field: "entryNotional",
        value: "\(entryNotional.units)",
        expected: "at least 0"
      )
    }
    guard margin.units >= 0 else {
      throw .invalid(field: "margin", value: "\(margin.units)", expected: "at least 0")
    }
    guard Int(ownerClass) < Self.ownerClassCount else {
      throw .invalid(field: "ownerClass", value: "\(ownerClass)", expected: "below 16")
    }
    guard rules.tiers.indices.contains(tier) else {
      throw .invalid(field: "tier", value: "\(tier)", expected: "below \(rules.tiers.count)")
    }
    let group = tier * 2 + Int(side.rawValue)
    let level = try levelRules[group].level(
      size: size.units,
      entryNotional: entryNotional.units,
      margin: margin.units
    )
    let row = PositionRow(
      size: size.units,
      entryNotional: entryNotional.units,
      margin: margin.units,
      level: level - shifts[group],
      group: UInt8(group),
      ownerClass: ownerClass,
      leverageBand: leverageBand
    )
    let id = insert(row)
    let index = fundingIndex
    totals(of: row) { $0.add(row, fundingIndex: index) }
    return PositionID(rawValue: id)
  }

  /// The position with an id, funding settled, or nil if there is none.
  @inline(__always)
  public func position(_ id: PositionID) -> IsolatedPosition? {
    guard rows.indices.contains(id.index), rows[id.index].group != PositionRow.free else {
      return nil
    }
    return snapshot(id)
  }

  /// The open positions in the order of their ids.
  public var positions: some Sequence<IsolatedPosition> {
    (0..<Int32(rows.count)).lazy.compactMap { position(PositionID(rawValue: $0)) }
  }

  /// The price at which a position is liquidated, in ticks; nil if it is not open.
  ///
  /// Exact after opening, a change of margin or a partial close; between these, funding moves it with
  /// an error of at most one tick. Not positive for a long that no price liquidates.
  public func liquidationTick(of id: PositionID) -> Int32? {
    guard rows.indices.contains(id.index), rows[id.index].group != PositionRow.free else {
      return nil
    }
    let row = rows[id.index]
    let level = row.level + shifts[Int(row.group)]
    return row.group & 1 == 0 ? level : -level
  }

  // MARK: - Storage

  @inline(__always)
  func snapshot(_ id: PositionID) -> IsolatedPosition {
    let row = rows[id.index]
    return IsolatedPosition(
      id: id,
      side: row.group & 1 == 0 ? .long : .short,
      size: Amount(row.size),
      entryNotional: Amount(row.entryNotional),
      margin: Amount(row.margin - fundingDue(id)),
      ownerClass: row.ownerClass,
      leverageBand: row.leverageBand,
      tier: row.group >> 1
    )
  }

  @inline(__always)
  mutating func totals(of row: PositionRow, _ change: (inout ClassTotals) -> Void) {
    change(&classTotals[Int(row.ownerClass) * 2 + Int(row.group & 1)])
  }

  private mutating func insert(_ row: PositionRow) -> Int32 {
    let id: Int32
    if freeRow >= 0 {
      id = freeRow
      freeRow = rows[Int(id)].level
      rows[Int(id)] = row
      if !fundingIndexes.isEmpty { fundingIndexes[Int(id)] = fundingIndex }
    } else {
      id = Int32(rows.count)
      rows.append(row)
      if fundingIndex != 0 || !fundingIndexes.isEmpty { fundingIndexes.append(fundingIndex) }
    }
    count += 1
    groupCounts[Int(row.group)] += 1
    indexes[Int(row.group)].insert(level: row.level, id: id)
    return id
  }

  /// Removes a row; its entry in the index becomes stale.
  @inline(__always)
  mutating func removeRow(_ id: PositionID) {
    let group = Int(rows[id.index].group)
    groupCounts[group] -= 1
    count -= 1
    rows[id.index].group = PositionRow.free
    rows[id.index].level = freeRow
    freeRow = id.rawValue
  }

  /// Puts a row whose level has changed into its new place.
  @inline(__always)
  mutating func move(_ id: PositionID, to level: Int32) {
    let group = Int(rows[id.index].group)
    guard rows[id.index].level != level else { return }
    rows[id.index].level = level
    indexes[group].insert(level: level, id: id.rawValue)
    if indexes[group].entryCount > 2 * groupCounts[group] + 4096 { rebuildIndex(group) }
  }

  private mutating func rebuildIndex(_ group: Int) {
    indexes[group].removeAll()
    for id in 0..<rows.count where Int(rows[id].group) == group {
      indexes[group].insert(level: rows[id].level, id: Int32(id))
    }
  }
}
