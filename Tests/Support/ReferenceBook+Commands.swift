import Exchange

extension ReferenceBook {
  func submit(_ order: Order) {
    if resting.contains(where: { $0.order.id == order.id })
      || stops.contains(where: { $0.stop.order.id == order.id })
    {
      return reject(order.id, .duplicateID)
    }
    if let reason = formRefusal(order) ?? valueRefusal(order) ?? stateRefusal(order, replaced: 0) {
      return reject(order.id, reason)
    }
    if order.isLiquidation { cancelAll(order.account, .liquidation) }
    enter(order)
  }

  func formRefusal(_ order: Order) -> OrderRejection? {
    guard order.isPostOnly else { return nil }
    if order.type == .market { return .postOnlyImmediate }
    if order.timeInForce != .goodTillCancelled { return .postOnlyImmediate }
    if order.isReduceOnly { return .postOnlyReduceOnly }
    return nil
  }

  func quantityRefusal(_ order: Order) -> OrderRejection? {
    let smallest = order.type == .limit ? rules.quantityMin : rules.marketQuantityMin
    let largest = order.type == .limit ? rules.quantityMax : rules.marketQuantityMax
    if order.quantity <= 0 { return .quantityNotPositive }
    if order.quantity > largest { return .quantityAboveMaximum }
    if order.quantity < smallest { return .quantityBelowMinimum }
    return order.quantity % rules.lotStep == 0 ? nil : .quantityOffLot
  }

  func priceRefusal(_ order: Order) -> OrderRejection? {
    if order.price <= 0 { return .priceNotPositive }
    if order.price > rules.priceTicksMax { return .priceBeyondDomain }
    return order.price % rules.tickStep == 0 ? nil : .priceOffTick
  }

  func notionalRefusal(_ order: Order, at price: Int64) -> OrderRejection? {
    let notional = Int128(price) * Int128(order.quantity)
    if notional > Int128(Int64.max) { return .notionalOverflow }
    let isExempt = order.isReduceOnly || order.isLiquidation
    return notional < Int128(rules.notionalMin) && !isExempt ? .notionalBelowMinimum : nil
  }

  func valueRefusal(_ order: Order) -> OrderRejection? {
    if let reason = quantityRefusal(order) { return reason }
    if order.type == .market && order.price == 0 {
      return bandReference > 0 ? notionalRefusal(order, at: bandReference) : nil
    }
    if let reason = priceRefusal(order) ?? notionalRefusal(order, at: order.price) {
      return reason
    }
    let isBound = order.type == .limit && !order.isLiquidation
    return isBound && !band.contains(order.price) ? .priceOutsideBand : nil
  }

  var band: ClosedRange<Int64> { rules.band(around: bandReference) }

  func stateRefusal(_ order: Order, replaced: Int64) -> OrderRejection? {
    if order.isReduceOnly && reducible(order.side, order.account) == 0 {
      return .reduceOnlyWithoutPosition
    }
    if !ReferenceMargin.admits(entry: order) { return .marginInsufficient }
    if order.isPostOnly, let best = queue(order.side.opposite).first?.order.price,
      order.side == .buy ? best <= order.price : best >= order.price
    {
      return .postOnlyWouldTake
    }
    let total = queue(order.side).reduce(Int128(0)) { $0 + Int128($1.order.quantity) }
    let after = total - Int128(replaced) + Int128(order.quantity)
    return after > Int128(Int64.max) ? .restingQuantityOverflow : nil
  }

  func cancel(_ id: OrderID) {
    if let place = resting.firstIndex(where: { $0.order.id == id }) {
      let order = resting.remove(at: place).order
      return cancelled(order, order.quantity, keeping: 0, .requested)
    }
    if let place = stops.firstIndex(where: { $0.stop.order.id == id }) {
      let order = stops.remove(at: place).stop.order
      return cancelled(order, order.quantity, keeping: 0, .requested)
    }
    reject(id, .unknownOrder)
  }

  func cancelAll(_ account: AccountID, _ reason: CancellationReason) {
    let mine = resting.map(\.order).filter { $0.account == account }
    for order in mine.sorted(by: { $0.id < $1.id }) {
      resting.removeAll { $0.order.id == order.id }
      cancelled(order, order.quantity, keeping: 0, reason)
    }
    let waiting = stops.map(\.stop.order).filter { $0.account == account }
    for order in waiting.sorted(by: { $0.id < $1.id }) {
      stops.removeAll { $0.stop.order.id == order.id }
      cancelled(order, order.quantity, keeping: 0, reason)
    }
  }

  func amend(_ id: OrderID, _ price: Int64?, _ quantity: Int64?) {
    guard let place = resting.firstIndex(where: { $0.order.id == id }) else {
      let waits = stops.contains { $0.stop.order.id == id }
      return reject(id, waits ? .stopIsPending : .unknownOrder)
    }
    let old = resting[place].order
    var new = old
    if let price { new.price = price }
    if let quantity { new.quantity = quantity }
    let keepsTurn = new.price == old.price && new.quantity <= old.quantity
    if keepsTurn {
      if let reason = quantityRefusal(new) ?? notionalRefusal(new, at: new.price) {
        return reject(id, reason)
      }
      resting[place].order = new
    } else {
      if let reason = valueRefusal(new) ?? stateRefusal(new, replaced: old.quantity) {
        return reject(id, reason)
      }
      resting.remove(at: place)
    }
    events.append(
      .amended(
        Amendment(
          id: id,
          price: new.price,
          quantity: new.quantity,
          keptPriority: keepsTurn
        )
      )
    )
    if !keepsTurn { enter(new) }
  }

  func trimReduceOnly(_ account: AccountID) {
    for side in OrderSide.allCases {
      let mine = resting.filter {
        $0.order.account == account && $0.order.isReduceOnly && $0.order.side == side
      }
      let total = mine.reduce(Int64(0)) { $0 + $1.order.quantity }
      var excess = max(0, total - reducible(side, account))
      for entry in mine.sorted(by: { $0.turn > $1.turn }) where excess > 0 {
        let cut = min(excess, entry.order.quantity)
        reduce(entry.order.id, by: cut)
        cancelled(entry.order, cut, keeping: entry.order.quantity - cut, .reduceOnly)
        excess -= cut
      }
    }
  }

  /// Lowers a resting order in place; at zero it leaves.
  func reduce(_ id: OrderID, by quantity: Int64) {
    guard let place = resting.firstIndex(where: { $0.order.id == id }) else { return }
    resting[place].order.quantity -= quantity
    if resting[place].order.quantity == 0 { resting.remove(at: place) }
  }

  func submit(_ stop: StopOrder) {
    let order = stop.order
    let known = referencePrices[stop.reference]
    if resting.contains(where: { $0.order.id == order.id })
      || stops.contains(where: { $0.stop.order.id == order.id })
    {
      return reject(order.id, .duplicateID)
    }
    if !(1...rules.priceTicksMax).contains(stop.trigger) {
      return reject(order.id, .triggerOutsideDomain)
    }
    if let known, stop.condition == .atOrAbove ? known >= stop.trigger : known <= stop.trigger {
      return reject(order.id, .stopWouldTrigger)
    }
    if let reason = formRefusal(order) ?? quantityRefusal(order) {
      return reject(order.id, reason)
    }
    if order.type == .limit || order.price != 0 {
      if let reason = priceRefusal(order) { return reject(order.id, reason) }
      if Int128(order.price) * Int128(order.quantity) > Int128(Int64.max) {
        return reject(order.id, .notionalOverflow)
      }
    }
    turn += 1
    stops.append(WaitingStop(stop: stop, turn: turn))
    events.append(.stopAccepted(order: order.id))
  }

  func trigger(_ reference: StopReference, _ price: Int64, _ limit: Int) {
    referencePrices[reference] = price
    for _ in 0..<limit {
      let rising = firing(reference, .atOrAbove).first { $0.stop.trigger <= price }
      let falling = firing(reference, .atOrBelow).first { $0.stop.trigger >= price }
      guard let next = rising ?? falling else { return }
      stops.removeAll { $0.stop.order.id == next.stop.order.id }
      events.append(.stopFired(order: next.stop.order.id))
      submit(next.stop.order)
    }
  }
}
