import Quantities

extension Venue {
  /// Enters a participant's order.
  mutating func submit(
    _ order: Order,
    _ contract: ContractID,
    _ slot: PositionSlot
  ) -> CommandRefusal? {
    if let refusal = entryRefusal(order, contract, slot) { return refusal }
    var entered = order
    entered.isLiquidation = false
    enter(entered, contract, slot)
    return nil
  }

  /// Why an order may not be entered, before its book is asked.
  func entryRefusal(
    _ order: Order,
    _ contract: ContractID,
    _ slot: PositionSlot
  ) -> CommandRefusal? {
    if let refusal = slotRefusal(order.account, contract, slot) { return refusal }
    guard order.id < Venue.firstForcedOrder else { return .orderReserved }
    guard !order.isReduceOnly || slot == .net else { return .reduceOnlyInHedgeMode }
    return state.markets[Int(contract)].mark == nil ? .markMissing : nil
  }

  /// The first of the order numbers that the venue uses for forced orders.
  static let firstForcedOrder: OrderID = 1 << 63

  /// Hands an order to its book; the observer needs its slot before the book asks.
  @discardableResult
  mutating func enter(
    _ order: Order,
    _ contract: ContractID,
    _ slot: PositionSlot
  ) -> OrderReceipt {
    state.active = contract
    let key = VenueState.OrderKey(contract: contract, id: order.id)
    let isDuplicate = state.orders[key] != nil
    if !isDuplicate {
      state.orders[key] = VenueState.OpenOrder(
        account: order.account,
        slot: slot,
        side: order.side
      )
    }
    let receipt = books[Int(contract)].book.submit(order, observer: &state)
    if !isDuplicate, receipt.resting == 0 { state.orders[key] = nil }
    return receipt
  }

  /// Cancels an order of the account's own.
  mutating func cancel(
    _ id: OrderID,
    _ account: AccountID,
    _ contract: ContractID
  ) -> CommandRefusal? {
    guard isParticipant(account) else { return .accountUnknown }
    guard isListed(contract) else { return .contractUnknown }
    let open = state.orders[VenueState.OrderKey(contract: contract, id: id)]
    guard open?.account == account else { return .orderUnknown }
    state.active = contract
    books[Int(contract)].book.cancel(order: id, observer: &state)
    return nil
  }

  /// Cancels all of an account's orders in one contract.
  mutating func cancelOrders(of account: AccountID, _ contract: ContractID) {
    state.active = contract
    books[Int(contract)].book.cancelAll(of: account, reason: .liquidation, observer: &state)
  }

  /// Takes a price over from outside.
  mutating func takePrice(_ command: VenueCommand) -> CommandRefusal? {
    switch command {
    case .updateIndex(let contract, let price):
      guard isListed(contract) else { return .contractUnknown }
      guard isBookable(price, contract) else { return .amountOutOfRange }
      guard state.market(contract).indexRule == nil else { return .indexNotAsRuled }
      return readOracle(externalIndex: price, contract)
    case .updateMark(let contract, let price):
      guard isListed(contract) else { return .contractUnknown }
      guard isBookable(price, contract) else { return .amountOutOfRange }
      guard case .external = state.market(contract).markRule else { return .markNotExternal }
      state.takeMark(price, contract)
    case .updateCollateral(let asset, let price):
      guard price.units > 0 else { return .amountOutOfRange }
      let rules = configuration.collateral
      guard let number = rules.firstIndex(where: { $0.asset == asset }) else {
        return .assetUnknown
      }
      state.collateralPrices[number] = price
      state.events.append(.collateral(asset, price))
    default: return nil
    }
    return nil
  }

  /// Whether every open position can be valued at a price: an inverse contract's value explodes
  /// near zero, and is tested before anything is divided.
  func isBookable(_ price: Price, _ contract: ContractID) -> Bool {
    guard price.units > 0 else { return false }
    let market = state.market(contract)
    let open = state.house.openInterest(in: contract)
    let size = max(open, market.contract.lot)
    do throws(ClearingError) {
      let value = try market.value(of: size, at: price, rounding: .up)
      return value.units.magnitude <= Int64.max.magnitude >> 8
    } catch {
      return false
    }
  }
}
