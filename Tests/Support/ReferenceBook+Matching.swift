import Exchange

extension ReferenceBook {
  /// Trades an accepted order and rests or cancels what is left.
  func enter(_ accepted: Order) {
    var order = accepted
    if order.isReduceOnly { trimTaker(&order) }
    if order.timeInForce == .fillOrKill {
      let trial = copied()
      var trialOrder = order
      guard trial.match(&trialOrder) == order.quantity else {
        return cancelled(order, order.quantity, keeping: 0, .fillOrKill)
      }
    }
    _ = match(&order)
    guard order.quantity > 0 else { return }
    guard order.type == .limit, order.timeInForce == .goodTillCancelled else {
      return cancelled(order, order.quantity, keeping: 0, .immediateRemainder)
    }
    turn += 1
    resting.append(Entry(order: order, turn: turn))
    events.append(.rested(description(order)))
  }

  func description(_ order: Order) -> RestingOrder {
    RestingOrder(
      id: order.id,
      account: order.account,
      side: order.side,
      price: order.price,
      quantity: order.quantity,
      isReduceOnly: order.isReduceOnly
    )
  }

  func accepts(_ order: Order, _ price: Int64) -> Bool {
    let isBuy = order.side == .buy
    if order.type == .limit { return isBuy ? price <= order.price : price >= order.price }
    let isWithinLimit =
      order.price == 0 || (isBuy ? price <= order.price : price >= order.price)
    return isWithinLimit && (isBuy ? price <= band.upperBound : price >= band.lowerBound)
  }

  func trimTaker(_ order: inout Order) {
    let allowed = reducible(order.side, order.account)
    guard order.quantity > allowed else { return }
    cancelled(order, order.quantity - allowed, keeping: allowed, .reduceOnly)
    order.quantity = allowed
  }

  /// Lots traded; `order.quantity` is left at what neither traded nor was cancelled.
  func match(_ order: inout Order) -> Int64 {
    var filled: Int64 = 0
    while order.quantity > 0 {
      guard let maker = queue(order.side.opposite).first?.order, accepts(order, maker.price) else {
        break
      }
      if order.selfTradePrevention != .none && isOwn(maker, order) {
        preventSelfTrade(maker, &order)
        continue
      }
      if order.isReduceOnly { trimTaker(&order) }
      if order.quantity == 0 { break }
      if let quantity = quantityToTrade(maker, order) {
        trade(maker.id, order, quantity)
        order.quantity -= quantity
        filled += quantity
      }
    }
    return filled
  }

  /// What may trade with a maker now, after its own checks; `nil` if it is gone.
  func quantityToTrade(_ maker: Order, _ order: Order) -> Int64? {
    var maker = maker
    if maker.isReduceOnly {
      let allowed = min(maker.quantity, reducible(maker.side, maker.account))
      if allowed < maker.quantity {
        reduce(maker.id, by: maker.quantity - allowed)
        cancelled(maker, maker.quantity - allowed, keeping: allowed, .reduceOnly)
      }
      if allowed == 0 { return nil }
      maker.quantity = allowed
    }
    let quantity = min(order.quantity, maker.quantity)
    if ReferenceMargin.admits(maker: description(maker), filling: quantity) { return quantity }
    reduce(maker.id, by: maker.quantity)
    cancelled(maker, maker.quantity, keeping: 0, .marginInsufficient)
    return nil
  }

  func isOwn(_ maker: Order, _ taker: Order) -> Bool {
    if maker.account == taker.account { return true }
    return taker.selfTradeScope == .tradeGroup && taker.tradeGroup != 0
      && maker.tradeGroup == taker.tradeGroup
  }

  func preventSelfTrade(_ maker: Order, _ order: inout Order) {
    let mode = order.selfTradePrevention
    if mode == .decrement {
      let overlap = min(maker.quantity, order.quantity)
      reduce(maker.id, by: overlap)
      cancelled(maker, overlap, keeping: maker.quantity - overlap, .selfTrade)
      order.quantity -= overlap
      return
    }
    if mode == .expireMaker || mode == .expireBoth {
      reduce(maker.id, by: maker.quantity)
      cancelled(maker, maker.quantity, keeping: 0, .selfTrade)
    }
    if mode == .expireTaker || mode == .expireBoth {
      cancelled(order, order.quantity, keeping: 0, .selfTrade)
      order.quantity = 0
    }
  }

  func trade(_ makerID: OrderID, _ taker: Order, _ quantity: Int64) {
    guard let maker = resting.first(where: { $0.order.id == makerID })?.order else { return }
    reduce(makerID, by: quantity)
    let signed = taker.side == .buy ? quantity : -quantity
    positions[taker.account, default: 0] += signed
    positions[maker.account, default: 0] -= signed
    cash[taker.account, default: 0] -= signed * maker.price
    cash[maker.account, default: 0] += signed * maker.price
    events.append(
      .filled(
        Fill(
          maker: makerID,
          taker: taker.id,
          price: maker.price,
          quantity: quantity,
          makerRemaining: maker.quantity - quantity,
          makerAccount: maker.account,
          takerAccount: taker.account,
          takerSide: taker.side
        )
      )
    )
  }
}
