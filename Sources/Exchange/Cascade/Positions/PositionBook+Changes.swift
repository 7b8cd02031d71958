public import Quantities

extension PositionBook {
  /// What leaves the book with a closed position or part of one.
  public struct Closed: Hashable, Sendable {
    /// The part that is gone, funding settled: its size, entry notional and margin.
    public let part: IsolatedPosition
    /// Whether nothing is left of the position.
    public let isComplete: Bool
  }

  /// Removes a position.
  ///
  /// - Returns: Its last snapshot; the caller settles profit and margin.
  /// - Throws: ``CascadeError/positionUnknown(id:)``.
  /// - Complexity: O(1).
  @discardableResult
  public mutating func close(_ id: PositionID) throws(CascadeError) -> IsolatedPosition {
    try requireOpen(id)
    return remove(id)
  }

  /// Closes part of a position.
  ///
  /// Entry notional and margin of the part are the proportional shares rounded down; the rest stays
  /// with the position, so nothing is lost. The liquidation price is computed afresh.
  ///
  /// - Parameters:
  ///   - id: An open position.
  ///   - size: Base minor units, positive, at most the position's size.
  /// - Returns: The part that is gone.
  /// - Throws: ``CascadeError``.
  @discardableResult
  public mutating func reduce(_ id: PositionID, by size: Amount) throws(CascadeError) -> Closed {
    try requireOpen(id)
    let whole = snapshot(id)
    guard size.units > 0, size <= whole.size else {
      throw .invalid(
        field: "size",
        value: "\(size.units)",
        expected: "1 ... \(whole.size.units)"
      )
    }
    guard size < whole.size else {
      return Closed(part: remove(id), isComplete: true)
    }
    let notional = share(of: whole.entryNotional.units, size.units, whole.size.units)
    let margin = share(of: whole.margin.units, size.units, whole.size.units)
    let group = Int(rows[id.index].group)
    let level = try levelRules[group].level(
      size: whole.size.units - size.units,
      entryNotional: whole.entryNotional.units - notional,
      margin: whole.margin.units - margin
    )
    replace(id) { row in
      row.size -= size.units
      row.entryNotional -= notional
      row.margin -= margin
    }
    move(id, to: level - shifts[group])
    let part = IsolatedPosition(
      id: id,
      side: whole.side,
      size: size,
      entryNotional: Amount(notional),
      margin: Amount(margin),
      ownerClass: whole.ownerClass,
      leverageBand: whole.leverageBand,
      tier: whole.tier
    )
    return Closed(part: part, isComplete: false)
  }

  /// Adds to a position: size, entry notional and margin are summed and the trigger moves at once.
  ///
  /// - Parameters:
  ///   - id: An open position whose funding has not used up its margin.
  ///   - size: Base minor units, positive.
  ///   - entryNotional: Of the added size, quote minor units, not negative.
  ///   - margin: Of the added size, quote minor units, not negative.
  /// - Throws: ``CascadeError``; the position is then unchanged.
  /// - Complexity: O(1).
  public mutating func enlarge(
    _ id: PositionID,
    by size: Amount,
    entryNotional: Amount,
    margin: Amount
  ) throws(CascadeError) {
    try requireOpen(id)
    for (field, amount, least) in [
      ("size", size, 1), ("entryNotional", entryNotional, 0), ("margin", margin, 0),
    ] where amount.units < Int64(least) {
      throw .invalid(field: field, value: "\(amount.units)", expected: "at least \(least)")
    }
    let row = rows[id.index]
    let (sizes, first) = row.size.addingReportingOverflow(size.units)
    let (notionals, second) = row.entryNotional.addingReportingOverflow(entryNotional.units)
    let (margins, third) = (row.margin - fundingDue(id)).addingReportingOverflow(margin.units)
    guard !first, !second, !third else {
      throw .overflow(operation: "position \(id.rawValue) + \(size.units)")
    }
    let group = Int(row.group)
    let level = try levelRules[group].level(
      size: sizes,
      entryNotional: notionals,
      margin: margins
    )
    replace(id) { row in
      row.size = sizes
      row.entryNotional = notionals
      row.margin = margins
    }
    move(id, to: level - shifts[group])
  }

  /// Adds margin to a position or, if negative, takes it away; the trigger moves at once.
  ///
  /// - Parameters:
  ///   - amount: Quote minor units; the margin may not fall below zero by it.
  ///   - id: An open position.
  /// - Throws: ``CascadeError``; the position is then unchanged.
  /// - Complexity: O(1).
  public mutating func addMargin(_ amount: Amount, to id: PositionID) throws(CascadeError) {
    try requireOpen(id)
    let row = rows[id.index]
    let due = fundingDue(id)
    let (margin, overflow) = (row.margin - due).addingReportingOverflow(amount.units)
    guard !overflow else { throw .overflow(operation: "margin + \(amount.units)") }
    guard margin >= 0 || amount.units >= 0 else {
      throw .invalid(
        field: "amount",
        value: "\(amount.units)",
        expected: "at least \(-(row.margin - due))"
      )
    }
    let group = Int(row.group)
    let level = try levelRules[group].level(
      size: row.size,
      entryNotional: row.entryNotional,
      margin: margin
    )
    replace(id) { row in row.margin += amount.units }
    move(id, to: level - shifts[group])
  }

  /// Removes an open position, settling its funding.
  @inline(__always)
  mutating func remove(_ id: PositionID) -> IsolatedPosition {
    let last = snapshot(id)
    let row = rows[id.index]
    let settled = settledIndex(id)
    totals(of: row) { $0.remove(row, fundingIndex: settled) }
    if settled != fundingIndex { fundingPool += fundingDue(id) }
    removeRow(id)
    return last
  }

  /// Changes a row whose funding is settled first, keeping the totals right.
  @inline(__always)
  private mutating func replace(_ id: PositionID, _ change: (inout PositionRow) -> Void) {
    var row = rows[id.index]
    let settled = settledIndex(id)
    totals(of: row) { $0.remove(row, fundingIndex: settled) }
    if settled != fundingIndex {
      let due = fundingDue(id)
      row.margin -= due
      fundingPool += due
      fundingIndexes[id.index] = fundingIndex
    }
    change(&row)
    rows[id.index] = row
    let index = fundingIndex
    totals(of: row) { $0.add(row, fundingIndex: index) }
  }

  @inline(__always)
  func requireOpen(_ id: PositionID) throws(CascadeError) {
    guard rows.indices.contains(id.index), rows[id.index].group != PositionRow.free else {
      throw .positionUnknown(id: id.rawValue)
    }
  }

  @inline(__always)
  private func share(of amount: Int64, _ part: Int64, _ whole: Int64) -> Int64 {
    Int64((Int128(amount) * Int128(part)).divided(by: Int128(whole), rounding: .down))
  }
}
