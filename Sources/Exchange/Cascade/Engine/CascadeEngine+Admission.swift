public import Quantities

extension CascadeEngine {
  /// Books a new position against the residual provider at a value already agreed.
  ///
  /// The market does not move and the forest gets no node: the order that made the price has been
  /// executed elsewhere. The owner's class pays the margin from its free cash.
  ///
  /// - Parameters:
  ///   - side: Which way it gains.
  ///   - size: Base minor units, positive.
  ///   - notional: What the size costs, quote minor units, not negative.
  ///   - margin: Quote minor units, not negative.
  ///   - ownerClass: Below ``PositionBook/ownerClassCount``.
  ///   - leverageBand: A label for tables.
  ///   - tier: An index into the rules' tiers.
  /// - Returns: The position's id.
  /// - Throws: ``CascadeError``; nothing has then changed.
  /// - Complexity: O(1).
  public mutating func admit(
    side: PositionSide,
    size: Amount,
    notional: Amount,
    margin: Amount,
    ownerClass: UInt8 = 0,
    leverageBand: UInt8 = 0,
    tier: Int = 0
  ) throws(CascadeError) -> PositionID {
    let id = try book.open(
      side: side,
      size: size,
      entryNotional: notional,
      margin: margin,
      ownerClass: ownerClass,
      leverageBand: leverageBand,
      tier: tier
    )
    provide(size, for: notional, margin: margin, side: side, ownerClass: ownerClass)
    return id
  }

  /// Adds to a position at a value already agreed, like ``admit(side:size:notional:margin:ownerClass:leverageBand:tier:)``.
  ///
  /// - Parameters:
  ///   - id: An open position.
  ///   - size: Base minor units, positive.
  ///   - notional: What the size costs, quote minor units, not negative.
  ///   - margin: Quote minor units, not negative.
  /// - Throws: ``CascadeError``; nothing has then changed.
  /// - Complexity: O(1).
  public mutating func enlarge(
    _ id: PositionID,
    size: Amount,
    notional: Amount,
    margin: Amount
  ) throws(CascadeError) {
    try book.enlarge(id, by: size, entryNotional: notional, margin: margin)
    let whole = book.snapshot(id)
    provide(size, for: notional, margin: margin, side: whole.side, ownerClass: whole.ownerClass)
  }

  /// Closes a position or part of it by its owner's decision, at a value already agreed.
  ///
  /// Entry notional and margin of a part are its shares rounded down. Profit and margin go to the
  /// class's free cash.
  ///
  /// - Parameters:
  ///   - id: An open position.
  ///   - size: Base minor units, at most the position's size.
  ///   - notional: What the size fetches or costs, quote minor units, not negative.
  /// - Returns: The realised profit, quote minor units.
  /// - Throws: ``CascadeError``; nothing has then changed.
  /// - Complexity: O(1).
  @discardableResult
  public mutating func release(
    _ id: PositionID,
    size: Amount,
    notional: Amount
  ) throws(CascadeError) -> Amount {
    guard notional.units >= 0 else {
      throw .invalid(field: "notional", value: "\(notional.units)", expected: "at least 0")
    }
    return settle(try book.reduce(id, by: size).part, for: notional.units)
  }

  /// The residual provider takes the other side of an opened size, and the owner pays the margin.
  private mutating func provide(
    _ size: Amount,
    for notional: Amount,
    margin: Amount,
    side: PositionSide,
    ownerClass: UInt8
  ) {
    accounts.ownerCash[Int(ownerClass)] -= margin
    accounts.residualContracts.units -= side.sign * size.units
    accounts.residualCash.units += side.sign * notional.units
  }

  /// Pays a closed part out: its owner gets margin and profit, the residual provider the contracts.
  mutating func settle(_ part: IsolatedPosition, for cash: Int64) -> Amount {
    let sign = part.side.sign
    let profit = sign * (cash - part.entryNotional.units)
    accounts.ownerCash[Int(part.ownerClass)].units += profit + part.margin.units
    accounts.realisedProfit[Int(part.ownerClass)].units += profit
    accounts.residualContracts.units += sign * part.size.units
    accounts.residualCash.units -= sign * cash
    return Amount(profit)
  }
}
