import Quantities

extension Venue {
  /// Accepts a participant's stop order; its margin is checked when it fires.
  mutating func submit(
    _ stop: StopOrder,
    _ contract: ContractID,
    _ slot: PositionSlot
  ) -> CommandRefusal? {
    if let refusal = entryRefusal(stop.order, contract, slot) { return refusal }
    var entered = stop
    entered.order.isLiquidation = false
    state.active = contract
    let key = VenueState.OrderKey(contract: contract, id: stop.order.id)
    let isDuplicate = state.orders[key] != nil
    if !isDuplicate {
      state.orders[key] = VenueState.OpenOrder(
        account: stop.order.account,
        slot: slot,
        side: stop.order.side,
        isWaiting: true
      )
    }
    let receipt = books[Int(contract)].book.submit(stop: entered, observer: &state)
    if !isDuplicate, !receipt.isAccepted { state.orders[key] = nil }
    return nil
  }

  /// Amends a resting order of the account's own; what enlarges it or moves its price passes the
  /// checks of a new order, with the old one out of the account.
  mutating func amend(
    _ id: OrderID,
    _ account: AccountID,
    _ contract: ContractID,
    price: Int64?,
    quantity: Int64?
  ) -> CommandRefusal? {
    guard isParticipant(account) else { return .accountUnknown }
    guard isListed(contract) else { return .contractUnknown }
    let key = VenueState.OrderKey(contract: contract, id: id)
    guard let open = state.orders[key], open.account == account else { return .orderUnknown }
    state.active = contract
    let resting = books[Int(contract)].book.order(id)
    if let resting {
      state.orders[key]?.isResting = false
      state.addOpenLots(-resting.quantity, of: open, contract)
    }
    let receipt = books[Int(contract)].book.amend(
      order: id,
      price: price,
      quantity: quantity,
      observer: &state
    )
    guard let resting else { return nil }
    if !receipt.isAccepted {
      state.orders[key] = open
      state.addOpenLots(resting.quantity, of: open, contract)
    } else if receipt.resting == 0 {
      state.orders[key] = nil
    }
    return nil
  }

  /// Liquidates, then fires the stops that are due, one at a time, until neither is left to do.
  ///
  /// Contracts go by number; of one contract mark goes before last before index, then the triggers in
  /// the order of the book's queue. Margin is tested after each stop. Stops beyond the policy's rounds
  /// wait for the next command. A fired order descends from what moved the price.
  mutating func settleDown() throws(ClearingError) {
    try liquidateUntilStable()
    var rounds = 0
    while rounds < configuration.policy.roundsMax, try fireNextStop() {
      rounds += 1
      try liquidateUntilStable()
    }
  }

  private mutating func fireNextStop() throws(ClearingError) -> Bool {
    for number in state.markets.indices where !state.markets[number].isSettled {
      let contract = ContractID(number)
      for reference in StopReference.allCases {
        guard let ticks = ticks(of: reference, contract) else { continue }
        state.active = contract
        state.lastFired = nil
        let sweep = books[number].book.trigger(reference, at: ticks, limit: 1, observer: &state)
        guard sweep.firedCount > 0 else { continue }
        if let fired = state.lastFired {
          let key = VenueState.OrderKey(contract: contract, id: fired)
          if state.orders[key]?.isResting == false { state.orders[key] = nil }
        }
        if let fault = state.fault { throw fault }
        refreshMarks()
        return true
      }
    }
    return false
  }

  /// A reference in whole ticks, rounded down.
  private func ticks(of reference: StopReference, _ contract: ContractID) -> Int64? {
    let market = state.markets[Int(contract)]
    let tick = state.market(contract).contract.tick
    switch reference {
    case .mark: return market.mark.map { $0.units / tick }
    case .last: return market.lastTicks
    case .index: return market.index.map { $0.units / tick }
    }
  }
}
