import Quantities

extension VenueState: BookObserver {
  mutating func rested(_ order: RestingOrder) {
    let key = OrderKey(contract: active, id: order.id)
    if var open = orders[key] {
      open.isResting = true
      orders[key] = open
      addOpenLots(order.quantity, of: open, active)
    }
    events.append(.rested(active, order))
  }

  mutating func cancelled(_ cancellation: Cancellation) {
    let key = OrderKey(contract: active, id: cancellation.id)
    if let open = orders[key], open.isResting {
      addOpenLots(-cancellation.quantity, of: open, active)
      if cancellation.remaining == 0 { orders[key] = nil }
    }
    if orders[key]?.isWaiting == true { orders[key] = nil }
    events.append(.cancelled(active, cancellation))
  }

  mutating func amended(_ amendment: Amendment) {
    let key = OrderKey(contract: active, id: amendment.id)
    if amendment.keptPriority, var open = orders[key] {
      open.isResting = true
      orders[key] = open
      addOpenLots(amendment.quantity, of: open, active)
    }
    events.append(.amended(active, amendment))
  }

  mutating func stopAccepted(_ stop: StopOrder) {
    events.append(.stopAccepted(active, stop))
  }

  mutating func stopFired(order id: OrderID) {
    orders[OrderKey(contract: active, id: id)]?.isWaiting = false
    lastFired = id
    events.append(.stopFired(active, id))
  }

  mutating func rejected(order id: OrderID, reason: OrderRejection) {
    events.append(.orderRejected(active, id, reason))
  }

  mutating func position(of account: AccountID) -> Int64 { lots(of: account, active, .net) }

  /// The margin check on entry, before the order is part of the book.
  mutating func admits(entry order: Order) -> Bool {
    guard let open = orders[OrderKey(contract: active, id: order.id)] else { return false }
    if order.isLiquidation { return true }
    let market = market(active)
    guard let mark = markets[Int(active)].mark else { return false }
    let limit = order.price == 0 ? mark : market.price(ofTicks: order.price)
    return admits(open, lots: order.quantity, at: limit, fee: market.takerFee, isNew: true)
  }

  /// The margin check at the match: the mark may have moved since entry.
  mutating func admits(maker: RestingOrder, filling quantity: Int64) -> Bool {
    guard let open = orders[OrderKey(contract: active, id: maker.id)] else { return false }
    let market = market(active)
    return admits(
      open,
      lots: quantity,
      at: market.price(ofTicks: maker.price),
      fee: market.makerFee,
      isNew: false
    )
  }

  mutating func filled(_ fill: Fill) {
    guard fault == nil else { return }
    do throws(ClearingError) {
      try book(fill)
    } catch {
      fault = error
    }
  }

  private mutating func book(_ fill: Fill) throws(ClearingError) {
    let market = market(active)
    let makerKey = OrderKey(contract: active, id: fill.maker)
    let takerKey = OrderKey(contract: active, id: fill.taker)
    guard let maker = orders[makerKey], let taker = orders[takerKey] else {
      throw .accountUnknown(fill.makerAccount)
    }
    let size = try market.size(ofLots: fill.quantity)
    let price = market.price(ofTicks: fill.price)
    let value = try market.value(of: size, at: price, rounding: .toNearestOrEven)
    let isTakerBuying = fill.takerSide == .buy
    let makerLeg = try leg(maker, size: size, price: price, value: value, market.makerFee)
    let takerLeg = try leg(taker, size: size, price: price, value: value, market.takerFee)
    let outcome = try house.trade(
      active,
      quantity: size,
      value: value,
      buyer: isTakerBuying ? takerLeg : makerLeg,
      seller: isTakerBuying ? makerLeg : takerLeg
    )
    addProfit(outcome.buyerRealised, to: isTakerBuying ? taker.account : maker.account)
    addProfit(outcome.sellerRealised, to: isTakerBuying ? maker.account : taker.account)
    addOpenLots(-fill.quantity, of: maker, active)
    if fill.makerRemaining == 0 { orders[makerKey] = nil }
    forcedFill.lots += fill.quantity
    forcedFill.value += value
    markets[Int(active)].lastTicks = fill.price
    events.append(.filled(active, fill, value: value))
  }

  /// One party of a fill: its fee, and the margin an isolated position takes from the wallet.
  private func leg(
    _ order: OpenOrder,
    size: Amount,
    price: Price,
    value: Amount,
    _ rate: Rate
  ) throws(ClearingError) -> TradeLeg {
    let market = market(active)
    let isOwn = SystemAccount.contains(order.account)
    let fee = isOwn ? Amount.zero : try market.fee(rate, on: value)
    var added = Amount.zero
    let position = house.position(of: order.account, contract: active, slot: order.slot)
    if position.isIsolated {
      let signed = order.side == .buy ? size : -size
      let isReducing = position.size.units != 0 && (position.size.units > 0) != (signed.units > 0)
      let closed = isReducing ? min(abs(position.size.units), size.units) : 0
      let opened = Amount(size.units - closed)
      let leverage = leverage(of: order.account, active)
      if let margin = try market.initialMargin(of: opened, at: price, leverage: leverage) {
        added = margin
      } else {
        added = try market.value(of: opened, at: price, rounding: .awayFromZero).magnitude
      }
    }
    return TradeLeg(account: order.account, slot: order.slot, fee: fee, marginAdded: added)
  }

  mutating func addProfit(_ profit: Amount, to account: AccountID) {
    guard profit.units != 0, !SystemAccount.contains(account) else { return }
    sessionProfits[account, default: 0] += profit.units
  }
}
