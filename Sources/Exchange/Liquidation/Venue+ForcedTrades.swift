import Quantities

extension Venue {
  /// Sends a forced order: immediate or cancel, at the limit or better.
  ///
  /// - Returns: What traded.
  mutating func trade(
    _ side: OrderSide,
    lots: Int64,
    limit: Int64,
    contract: ContractID,
    account: AccountID,
    slot: PositionSlot
  ) -> VenueState.ForcedFill {
    state.forcedFill = VenueState.ForcedFill()
    let market = state.market(contract)
    let quantity = min(lots, market.rules.quantityMax)
    let step = market.rules.tickStep
    let price = side == .sell ? (limit + step - 1) / step * step : limit / step * step
    guard quantity > 0, price > 0 else { return state.forcedFill }
    forcedOrderCount += 1
    var order = Order.limit(
      id: Venue.firstForcedOrder + forcedOrderCount,
      account: account,
      side: side,
      price: price,
      quantity: quantity,
      timeInForce: .immediateOrCancel
    )
    order.isLiquidation = true
    enter(order, contract, slot)
    return state.forcedFill
  }

  /// Writes a forced trade into the journal; one that moved the book is the cause of what follows.
  @discardableResult
  mutating func record(
    _ kind: ForcedTradeKind,
    parent: Int32,
    _ target: Target,
    side: OrderSide,
    fill: VenueState.ForcedFill,
    bankruptcy: Int64?,
    fundDelta: Amount,
    movesPrice: Bool = false
  ) throws(ClearingError) -> Int32 {
    let market = state.market(target.contract)
    let id = state.sequence.take()
    let size = try market.size(ofLots: fill.lots)
    state.events.append(
      .forced(
        ForcedTrade(
          id: id,
          parent: parent,
          kind: kind,
          account: target.account,
          contract: target.contract,
          side: side,
          quantity: size,
          price: averagePrice(of: size, value: fill.value, market),
          fillNotional: fill.value.magnitude,
          bankruptcyPrice: bankruptcy.map { market.price(ofTicks: $0) } ?? Price(0),
          fundDelta: fundDelta
        )
      )
    )
    if movesPrice { cause = id }
    return id
  }

  /// The price at which a size has a value, to the nearest price unit, for display.
  private func averagePrice(of size: Amount, value: Amount, _ market: VenueMarket) -> Price {
    let (above, below) = market.contract.priceFactors
    let quantity = Int128(size.units.magnitude)
    let worth = Int128(value.units.magnitude)
    guard quantity > 0, worth > 0 else { return Price(0) }
    let units =
      market.contract.payoff.isStraight
      ? worth.scaled(by: above, over: quantity * below, rounding: .toNearestOrEven)
      : quantity.scaled(by: above, over: worth * below, rounding: .toNearestOrEven)
    return Price(Int64(clamping: units ?? 0))
  }
}
