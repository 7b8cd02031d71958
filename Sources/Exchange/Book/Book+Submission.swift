extension Book {
  /// Enters an order: checks it, trades what it can, and rests or cancels the remainder.
  ///
  /// Events come in this order: own orders cancelled by a liquidation; the reduce-only trim; then per
  /// maker in price–time priority its cancellation or fill; then the remainder's rest or
  /// cancellation. A refused order changes nothing.
  ///
  /// - Parameters:
  ///   - order: The order; its id must not be alive.
  ///   - observer: Sees the events; answers for positions and margin.
  /// - Returns: The refusal, or where the quantity went.
  /// - Complexity: O(fills + levels emptied).
  @inlinable
  @discardableResult
  public mutating func submit<Observer: BookObserver>(
    _ order: Order,
    observer: inout Observer
  ) -> OrderReceipt {
    if let reason = refusal(of: order) ?? stateRefusal(of: order, replacing: 0, &observer) {
      observer.rejected(order: order.id, reason: reason)
      return OrderReceipt(rejection: reason)
    }
    if order.isLiquidation {
      cancelAll(of: order.account, reason: .liquidation, observer: &observer)
    }
    return execute(order, &observer)
  }

  /// The refusals that depend only on the order, its id, the rules and the band.
  @inlinable
  @inline(__always)
  func refusal(of order: Order) -> OrderRejection? {
    if slot(of: order.id) != OrderSlot.none || stops.contains(order.id) { return .duplicateID }
    return formRefusal(of: order) ?? valueRefusal(of: order)
  }

  @inlinable
  @inline(__always)
  func formRefusal(of order: Order) -> OrderRejection? {
    guard order.isPostOnly else { return nil }
    if order.type == .market || order.timeInForce != .goodTillCancelled {
      return .postOnlyImmediate
    }
    return order.isReduceOnly ? .postOnlyReduceOnly : nil
  }

  /// Checks quantity, price, notional and band, in that order.
  @inlinable
  @inline(__always)
  func valueRefusal(of order: Order) -> OrderRejection? {
    if let reason = quantityRefusal(of: order.quantity, type: order.type) { return reason }
    if order.type == .market && order.price == 0 {
      return marketNotionalRefusal(of: order)
    }
    if let reason = priceRefusal(of: order.price) { return reason }
    if let reason = notionalRefusal(of: order, price: order.price) { return reason }
    if order.type == .limit && !order.isLiquidation
      && (order.price < bandLow || order.price > bandHigh)
    {
      return .priceOutsideBand
    }
    return nil
  }

  @inlinable
  @inline(__always)
  func quantityRefusal(of quantity: Int64, type: OrderType) -> OrderRejection? {
    let isLimit = type == .limit
    if quantity <= 0 { return .quantityNotPositive }
    if quantity > (isLimit ? rules.quantityMax : rules.marketQuantityMax) {
      return .quantityAboveMaximum
    }
    if quantity < (isLimit ? rules.quantityMin : rules.marketQuantityMin) {
      return .quantityBelowMinimum
    }
    if rules.lotStep != 1 && quantity % rules.lotStep != 0 { return .quantityOffLot }
    return nil
  }

  @inlinable
  @inline(__always)
  func priceRefusal(of price: Int64) -> OrderRejection? {
    if price <= 0 { return .priceNotPositive }
    if price > rules.priceTicksMax { return .priceBeyondDomain }
    if rules.tickStep != 1 && price % rules.tickStep != 0 { return .priceOffTick }
    return nil
  }

  @inlinable
  @inline(__always)
  func notionalRefusal(of order: Order, price: Int64) -> OrderRejection? {
    let notional = price.multipliedReportingOverflow(by: order.quantity)
    if notional.overflow { return .notionalOverflow }
    if notional.partialValue < rules.notionalMin && !order.isReduceOnly && !order.isLiquidation {
      return .notionalBelowMinimum
    }
    return nil
  }

  /// A market order without a limit is measured at the band's reference price, if there is one.
  @usableFromInline
  func marketNotionalRefusal(of order: Order) -> OrderRejection? {
    bandReference > 0 ? notionalRefusal(of: order, price: bandReference) : nil
  }

  /// The refusals that depend on the account and on the book: position, margin, post-only, totals.
  ///
  /// `replaced` is the quantity of the same side that leaves the book when this order enters it.
  @inlinable
  @inline(__always)
  mutating func stateRefusal<Observer: BookObserver>(
    of order: Order,
    replacing replaced: Int64,
    _ observer: inout Observer
  ) -> OrderRejection? {
    if order.isReduceOnly && reducible(by: order.side, order.account, &observer) == 0 {
      return .reduceOnlyWithoutPosition
    }
    if !observer.admits(entry: order) { return .marginInsufficient }
    if order.isPostOnly && wouldTake(order) { return .postOnlyWouldTake }
    let total = order.side == .buy ? bidTotal : askTotal
    if (total &- replaced).addingReportingOverflow(order.quantity).overflow {
      return .restingQuantityOverflow
    }
    return nil
  }

  @inlinable
  func wouldTake(_ order: Order) -> Bool {
    order.side == .buy ? Int64(topAsk) <= order.price : Int64(topBid) >= order.price
  }

  /// Lots by which a trade on this side may reduce the account's position.
  @inlinable
  func reducible<Observer: BookObserver>(
    by side: OrderSide,
    _ account: AccountID,
    _ observer: inout Observer
  ) -> Int64 {
    let position = observer.position(of: account)
    if side == .sell { return max(position, 0) }
    return position == Int64.min ? Int64.max : max(-position, 0)
  }
}
