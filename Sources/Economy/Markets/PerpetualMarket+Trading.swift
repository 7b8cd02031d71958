public import Exchange
public import Quantities

extension PerpetualMarket {
  /// Opens or adds to a position at a price found elsewhere.
  ///
  /// The size is the nearest number of contracts; the lot joins today's lot of the same tier and
  /// leverage band if there is one.
  ///
  /// - Parameters:
  ///   - owner: Who.
  ///   - side: Which way it gains.
  ///   - notional: Quote minor units, not negative.
  ///   - leverage: Asked for; the venue grants at most its cap.
  ///   - price: Positive.
  /// - Returns: Contracts, their exact value and the margin put up; nothing for less than half a
  ///   contract unit.
  /// - Throws: ``CascadeError``; nothing has then changed.
  /// - Complexity: O(1).
  @discardableResult
  public mutating func open(
    owner: Int,
    side: PositionSide,
    notional: Amount,
    leverage: Double,
    at price: Price
  ) throws(CascadeError) -> PerpetualFill {
    try checkTrade(owner, notional, "notional", price)
    var fill = PerpetualFill(owner: owner, side: side)
    let size = try quantity(for: notional, at: price)
    guard size > .zero else { return fill }
    let granted = terms.granted(leverage)
    fill.quantity = Amount(side.sign * size.units)
    fill.notional = try value(of: size, at: price)
    fill.margin = Self.margin(of: fill.notional, leverage: granted)
    fill.lotCount = 1
    let tier = terms.tier(of: granted)
    let band = LeverageBand.index(of: granted)
    let kind = (queueIndex(owner, side) * terms.tiers.count + tier) * LeverageBand.count + band
    if let lot = lotToJoin(kind, owner, side) {
      try engine.enlarge(lot, size: size, notional: fill.notional, margin: fill.margin)
      return fill
    }
    let id = try engine.admit(
      side: side,
      size: size,
      notional: fill.notional,
      margin: fill.margin,
      ownerClass: UInt8(owner),
      leverageBand: UInt8(band),
      tier: tier
    )
    newestLots[kind] = NewestLot(entry: enqueue(id, owner, side), dayIndex: dayIndex)
    return fill
  }

  /// Closes lots of one side by value, oldest first.
  ///
  /// - Parameters:
  ///   - owner: Who.
  ///   - side: Of the position that shrinks.
  ///   - notional: At the price, quote minor units, not negative; all if there is less.
  ///   - price: Positive.
  /// - Returns: What was closed; the values of the lots sum to that of the whole exactly.
  /// - Throws: ``CascadeError``.
  /// - Complexity: O(lots closed).
  @discardableResult
  public mutating func reduce(
    owner: Int,
    side: PositionSide,
    byNotional notional: Amount,
    at price: Price
  ) throws(CascadeError) -> PerpetualFill {
    try checkTrade(owner, notional, "notional", price)
    return try reduce(
      owner: owner,
      side: side,
      byQuantity: try quantity(for: notional, at: price),
      at: price
    )
  }

  /// Closes lots of one side by contracts, oldest first.
  ///
  /// - Parameters:
  ///   - owner: Who.
  ///   - side: Of the position that shrinks.
  ///   - quantity: Base minor units, not negative; all if there is less.
  ///   - price: Positive.
  /// - Returns: What was closed.
  /// - Throws: ``CascadeError``.
  /// - Complexity: O(lots closed).
  @discardableResult
  public mutating func reduce(
    owner: Int,
    side: PositionSide,
    byQuantity quantity: Amount,
    at price: Price
  ) throws(CascadeError) -> PerpetualFill {
    try checkTrade(owner, quantity, "quantity", price)
    var fill = PerpetualFill(owner: owner, side: side)
    let held = engine.book.totals(of: side, ownerClass: UInt8(owner))
    let total = Amount(min(quantity.units, Int64(held.size)))
    let marginBefore = engine.book.margin(of: side, ownerClass: UInt8(owner))
    let index = queueIndex(owner, side)
    var closed = Amount.zero
    _ = try value(of: total, at: price)
    while closed < total {
      guard let entry = queues[index].first else {
        preconditionFailure("owner \(owner) of \(terms.name) holds contracts without a lot")
      }
      guard isLive(entry), let lot = engine.book.position(entry.position) else {
        queues[index].removeFirst()
        continue
      }
      let part = min(lot.size, total - closed)
      // Values are differences of the running total's, so that no rounding is left over.
      let after = try value(of: closed + part, at: price)
      fill.profit += try engine.release(
        entry.position,
        size: part,
        notional: after - fill.notional
      )
      fill.notional = after
      fill.lotCount += 1
      closed += part
      if part == lot.size { queues[index].removeFirst() }
    }
    fill.quantity = Amount(-side.sign * closed.units)
    let marginAfter = engine.book.margin(of: side, ownerClass: UInt8(owner))
    fill.margin = Amount(Int64(marginAfter - marginBefore))
    return fill
  }

  /// Closes everything an owner holds on one side.
  ///
  /// - Returns: What was closed.
  /// - Throws: ``CascadeError``.
  @discardableResult
  public mutating func closeAll(
    owner: Int,
    side: PositionSide,
    at price: Price
  ) throws(CascadeError) -> PerpetualFill {
    try reduce(owner: owner, side: side, byQuantity: Amount(.max), at: price)
  }

  /// Buys or sells: closes the opposite side first and opens what is left.
  ///
  /// - Parameters:
  ///   - owner: Who.
  ///   - notional: Signed quote minor units: positive buys.
  ///   - leverage: Of what is opened.
  ///   - price: Positive.
  /// - Returns: The closing, then the opening; either may be empty.
  /// - Throws: ``CascadeError``.
  @discardableResult
  public mutating func trade(
    owner: Int,
    notional: Amount,
    leverage: Double,
    at price: Price
  ) throws(CascadeError) -> (closed: PerpetualFill, opened: PerpetualFill) {
    let side: PositionSide = notional.units >= 0 ? .long : .short
    let closed = try reduce(
      owner: owner,
      side: side.opposite,
      byNotional: notional.magnitude,
      at: price
    )
    // What rounding leaves of a position that was not exhausted is not opened on the other side.
    let isExhausted = engine.book.totals(of: side.opposite, ownerClass: UInt8(owner)).size == 0
    let left = isExhausted ? max(.zero, notional.magnitude - closed.notional) : .zero
    let opened = try open(owner: owner, side: side, notional: left, leverage: leverage, at: price)
    return (closed, opened)
  }
}
