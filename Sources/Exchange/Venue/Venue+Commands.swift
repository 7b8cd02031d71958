import Quantities

extension Venue {
  /// Does what a command says, or notes why not.
  mutating func perform(_ command: VenueCommand) throws(ClearingError) {
    let refusal: CommandRefusal?
    switch command {
    case .open(let account, let isHedged): refusal = open(account, isHedged: isHedged)
    case .deposit(let account, let asset, let amount):
      refusal = try deposit(amount, asset, account)
    case .withdraw(let account, let asset, let amount):
      refusal = try withdraw(amount, asset, account)
    case .endowFund(let asset, let amount):
      refusal = try deposit(amount, asset, SystemAccount.insuranceFund)
    case .setLeverage(let account, let contract, let leverage):
      refusal = try setLeverage(leverage, account, contract)
    case .setIsolated(let account, let contract, let slot, let isIsolated):
      refusal = setIsolated(isIsolated, account, contract, slot)
    case .moveMargin(let account, let contract, let slot, let amount):
      refusal = try moveMargin(amount, account, contract, slot)
    case .submit(let contract, let order, let slot): refusal = submit(order, contract, slot)
    case .submitStop(let contract, let stop, let slot): refusal = submit(stop, contract, slot)
    case .amend(let contract, let account, let id, let price, let quantity):
      refusal = amend(id, account, contract, price: price, quantity: quantity)
    case .cancel(let contract, let account, let id): refusal = cancel(id, account, contract)
    case .updateIndex, .updateMark, .updateCollateral: refusal = takePrice(command)
    case .updateConstituents(let contract, let constituents):
      refusal = takeConstituents(constituents, contract)
    case .updateReference(let contract, let kind, let price):
      refusal = takeReference(price, kind, contract)
    case .fundingInstant(let contract): refusal = payFundingNow(contract)
    case .scheduleFunding(let contract, let rate, let due):
      refusal = schedule(VenueState.ScheduledFunding(rate: rate, due: due), contract)
    case .settle(let contract, let price): refusal = try settle(contract, price)
    case .startSession:
      state.sessionProfits = [:]
      refusal = nil
    case .advance: refusal = nil
    }
    if let refusal { state.events.append(.refused(refusal)) }
    if let fault = state.fault { throw fault }
    refreshMarks()
  }

  private mutating func open(_ account: AccountID, isHedged: Bool) -> CommandRefusal? {
    guard !SystemAccount.contains(account), state.isHedged[account] == nil else {
      return .accountUnknown
    }
    do throws(ClearingError) {
      try state.house.open(account)
    } catch {
      return .accountUnknown
    }
    state.isHedged[account] = isHedged
    state.events.append(.opened(account, isHedged: isHedged))
    return nil
  }

  private mutating func deposit(
    _ amount: Amount,
    _ asset: AssetID,
    _ account: AccountID
  ) throws(ClearingError) -> CommandRefusal? {
    guard account == SystemAccount.insuranceFund || isParticipant(account) else {
      return .accountUnknown
    }
    guard asset < configuration.assets.count else { return .assetUnknown }
    guard amount.units > 0, amount.units <= VenueState.valueMax else { return .amountOutOfRange }
    try state.house.deposit(amount, asset: asset, to: account)
    state.events.append(.cash(account, asset, amount))
    return nil
  }

  private mutating func withdraw(
    _ amount: Amount,
    _ asset: AssetID,
    _ account: AccountID
  ) throws(ClearingError) -> CommandRefusal? {
    guard isParticipant(account) else { return .accountUnknown }
    guard asset < configuration.assets.count else { return .assetUnknown }
    guard amount.units > 0 else { return .amountOutOfRange }
    guard state.house.wallet(of: account, asset: asset) >= amount else {
      return .balanceInsufficient
    }
    let before = state.house
    try state.house.withdraw(amount, asset: asset, from: account)
    let rule = configuration.collateral.first { $0.asset == asset }
    let margin = rule?.target ?? asset
    guard let free = try state.available(of: account, asset: margin), free >= 0 else {
      state.house = before
      return .marginInsufficient
    }
    state.events.append(.cash(account, asset, -amount))
    return nil
  }

  private mutating func setLeverage(
    _ leverage: Fraction,
    _ account: AccountID,
    _ contract: ContractID
  ) throws(ClearingError) -> CommandRefusal? {
    guard isParticipant(account) else { return .accountUnknown }
    guard isListed(contract) else { return .contractUnknown }
    guard leverage > .zero else { return .amountOutOfRange }
    let key = VenueState.SlotKey(account: account, contract: contract, slot: .net)
    let before = state.leverages[key]
    state.leverages[key] = leverage
    let lot = state.market(contract)
    let mark = state.markets[Int(contract)].mark ?? Price(lot.contract.tick)
    let smallest = try lot.initialMargin(of: lot.contract.lot, at: mark, leverage: leverage)
    let free = try state.available(of: account, asset: lot.settlementAsset)
    guard smallest != nil else {
      state.leverages[key] = before
      return .leverageTooHigh
    }
    guard let free, free >= 0 else {
      state.leverages[key] = before
      return .marginInsufficient
    }
    return nil
  }

  private mutating func setIsolated(
    _ isIsolated: Bool,
    _ account: AccountID,
    _ contract: ContractID,
    _ slot: PositionSlot
  ) -> CommandRefusal? {
    if let refusal = slotRefusal(account, contract, slot) { return refusal }
    let open = state.openLots(of: account, contract, slot)
    guard open.buying == 0, open.selling == 0,
      state.house.setIsolated(isIsolated, account: account, contract: contract, slot: slot)
    else { return .positionOpen }
    return nil
  }

  private mutating func moveMargin(
    _ amount: Amount,
    _ account: AccountID,
    _ contract: ContractID,
    _ slot: PositionSlot
  ) throws(ClearingError) -> CommandRefusal? {
    if let refusal = slotRefusal(account, contract, slot) { return refusal }
    let position = state.house.position(of: account, contract: contract, slot: slot)
    guard position.isIsolated, !position.isFlat else { return .positionOpen }
    guard amount.units != 0, amount.units.magnitude <= VenueState.valueMax.magnitude else {
      return .amountOutOfRange
    }
    let before = state.house
    do throws(ClearingError) {
      try state.house.moveMargin(amount, account: account, contract: contract, slot: slot)
    } catch {
      return .balanceInsufficient
    }
    let asset = state.market(contract).settlementAsset
    let isolated = try state.status(of: account, .isolated(contract, slot))
    let free = try state.available(of: account, asset: asset)
    // Adding is bounded by the wallet's free part, taking by what keeps the position safe.
    let isSafe =
      amount.units > 0
      ? (free ?? -1) >= 0 : !isolated.isLiquidatable(configuration.policy)
    guard isSafe else {
      state.house = before
      return .marginInsufficient
    }
    state.events.append(.marginMoved(account, contract, slot, amount))
    return nil
  }

  private mutating func schedule(
    _ funding: VenueState.ScheduledFunding,
    _ contract: ContractID
  ) -> CommandRefusal? {
    guard isListed(contract) else { return .contractUnknown }
    guard state.market(contract).fundingRule == nil, let rate = funding.rate else {
      return .fundingNotAsRuled
    }
    guard funding.due >= now, rate.parts.magnitude <= Rate.one.parts.magnitude else {
      return .amountOutOfRange
    }
    state.markets[Int(contract)].funding = funding
    return nil
  }

  private mutating func settle(
    _ contract: ContractID,
    _ price: Price
  ) throws(ClearingError) -> CommandRefusal? {
    guard isListed(contract) else { return .contractUnknown }
    guard price.units > 0 else { return .amountOutOfRange }
    for account in state.house.participantIDs { cancelOrders(of: account, contract) }
    let market = state.market(contract)
    let residue = try state.house.settle(contract) { (size) throws(ClearingError) in
      try market.value(of: size, at: price, rounding: .down)
    }
    state.markets[Int(contract)].isSettled = true
    state.markets[Int(contract)].funding = nil
    state.events.append(.settled(contract, price, residue: residue))
    return nil
  }

  func isParticipant(_ account: AccountID) -> Bool { state.isHedged[account] != nil }

  func isListed(_ contract: ContractID) -> Bool {
    contract < state.markets.count && !state.markets[Int(contract)].isSettled
  }

  func slotRefusal(
    _ account: AccountID,
    _ contract: ContractID,
    _ slot: PositionSlot
  ) -> CommandRefusal? {
    guard let isHedged = state.isHedged[account] else { return .accountUnknown }
    guard isListed(contract) else { return .contractUnknown }
    return (slot != .net) == isHedged ? nil : .slotMismatch
  }
}
