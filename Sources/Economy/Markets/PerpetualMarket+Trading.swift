public import Exchange
public import Quantities

extension PerpetualMarket {
  /// Opens or adds to a position at a price found elsewhere.
  ///
  /// The size is the nearest number of contracts; the lot joins today's lot of the same tier and
  /// leverage band if there is one. Where notional says the tier, each part of it joins its own tier's lot.
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
  /// - Complexity: O(1); O(lots of the owner and side) where notional says the tier.
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
    let granted = grantedLeverage(leverage, owner, side, adding: size, at: price)
    fill.quantity = Amount(side.sign * size.units)
    for part in try parts(of: size, owner, side, leverage: granted, at: price) {
      let margin = Self.margin(of: part.notional, leverage: granted)
      try open(part, owner, side, leverage: granted, margin: margin)
      fill.notional += part.notional
      fill.margin += margin
      fill.lotCount += 1
    }
    return fill
  }

  /// Adds a part of an opening to the lot of its kind, or makes one.
  private mutating func open(
    _ part: TierPart,
    _ owner: Int,
    _ side: PositionSide,
    leverage: Double,
    margin: Amount
  ) throws(CascadeError) {
    let band = LeverageBand.index(of: leverage)
    let kind =
      (sideIndex(owner, side) * terms.tiers.count + part.tier) * LeverageBand.count + band
    if let lot = lotToJoin(kind, owner, side) {
      try engine.enlarge(lot, size: part.size, notional: part.notional, margin: margin)
      return
    }
    let id = try engine.admit(
      side: side,
      size: part.size,
      notional: part.notional,
      margin: margin,
      ownerClass: UInt8(owner),
      leverageBand: UInt8(band),
      tier: part.tier
    )
    newestLots[kind] = NewestLot(
      entry: enqueue(id, owner, side, tier: part.tier),
      dayIndex: dayIndex
    )
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

  /// Closes lots of one side by contracts: where notional says the tier, those of the highest tier first;
  /// within a tier, oldest first.
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
    var tier = queuesPerSide - 1
    var closed = Amount.zero
    _ = try value(of: total, at: price)
    while closed < total {
      let index = queueIndex(owner, side, tier: tier)
      guard let entry = queues[index].first else {
        precondition(tier > 0, "owner \(owner) of \(terms.name) holds contracts without a lot")
        tier -= 1
        continue
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
