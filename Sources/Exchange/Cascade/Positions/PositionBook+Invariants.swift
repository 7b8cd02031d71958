extension PositionBook {
  /// Checks that rows, index and totals agree, position by position.
  ///
  /// - Returns: One line per violation; empty when the book is sound.
  /// - Complexity: O(n log n).
  public func checkInvariants() -> [String] {
    var violations: [String] = []
    var totals = Array(repeating: ClassTotals(), count: classTotals.count)
    var live = 0
    for id in rows.indices where rows[id].group != PositionRow.free {
      let row = rows[id]
      live += 1
      totals[Int(row.ownerClass) * 2 + Int(row.group & 1)].add(
        row,
        fundingIndex: settledIndex(PositionID(rawValue: Int32(id)))
      )
      if row.size <= 0 { violations.append("position \(id): size \(row.size)") }
      if settledIndex(PositionID(rawValue: Int32(id))) == fundingIndex {
        let group = Int(row.group)
        let level = try? levelRules[group].level(
          size: row.size,
          entryNotional: row.entryNotional,
          margin: row.margin
        )
        if level != row.level + shifts[group] && shifts[group] == 0 {
          violations.append("position \(id): its level \(row.level) is not that of its margin")
        }
      }
    }
    if live != count { violations.append("count \(count), rows \(live)") }
    if totals != classTotals { violations.append("running totals differ from the rows") }
    for group in indexes.indices {
      let keys = indexes[group].keys(from: .min, rows)
      let rowCount = rows.count { Int($0.group) == group }
      if keys.count != rowCount || rowCount != groupCounts[group] {
        violations.append("group \(group): \(keys.count) index entries for \(rowCount) positions")
      }
      let listed = Set(keys.map { TriggerIndex.id(of: $0) })
      if listed.count != keys.count { violations.append("group \(group): an id is listed twice") }
    }
    return violations
  }
}
