import Quantities

extension Venue {
  /// Liquidates until every account is above its maintenance margin, or the rounds are used up.
  ///
  /// Triggers are queued in the total order of (time, account, scope) and re-tested at their turn:
  /// no container that fills change is walked. What is left over waits for the next command and is
  /// reported.
  mutating func liquidateUntilStable() throws(ClearingError) {
    let policy = configuration.policy
    var rounds = 0
    var hasFundTraded = false
    repeat {
      try enqueueTriggers()
      while rounds < policy.roundsMax, let trigger = queue.popFirst() {
        rounds += 1
        guard try isLiquidatable(trigger) else { continue }
        try liquidate(trigger)
        if let fault = state.fault { throw fault }
        refreshMarks()
        try enqueueTriggers()
      }
      // The fund's own sales move the mark too.
      hasFundTraded = policy.fundUnwinds ? try unwindFund() : false
    } while hasFundTraded && rounds < policy.roundsMax
    if queue.count > 0 { state.events.append(.carriedOver(queue.count)) }
  }

  func isLiquidatable(_ trigger: LiquidationTrigger) throws(ClearingError) -> Bool {
    try state.status(of: trigger.account, trigger.scope).isLiquidatable(configuration.policy)
  }

  /// Finds every account at or below its margin, in the order of the account numbers.
  private mutating func enqueueTriggers() throws(ClearingError) {
    for account in state.house.participantIDs {
      for scope in scopes(of: account) where !queue.contains(account: account, scope: scope) {
        let status = try state.status(of: account, scope)
        guard status.isLiquidatable(configuration.policy) else {
          endCooldown(of: account, scope)
          continue
        }
        if isCooling(account, scope, status) { continue }
        let trigger = LiquidationTrigger(
          time: now,
          account: account,
          scope: scope,
          cause: currentCause()
        )
        queue.insert(trigger)
      }
    }
  }

  /// Everything of an account that is margined apart: isolated positions and wallets that settle.
  private func scopes(of account: AccountID) -> [LiquidationScope] {
    var scopes: [LiquidationScope] = []
    for asset in configuration.assets.indices.map({ AssetID($0) }) {
      let slots = state.crossSlots(of: asset)
      guard !slots.isEmpty else { continue }
      scopes.append(.cross(asset))
      for (contract, slot) in slots {
        let position = state.house.position(of: account, contract: contract, slot: slot)
        if position.isIsolated, !position.isFlat { scopes.append(.isolated(contract, slot)) }
      }
    }
    return scopes
  }

  /// The waterfall of one account: cancel, net, reduce by tiers, take over, close, fund,
  /// deleverage, socialise; it stops as soon as the account is safe.
  private mutating func liquidate(_ trigger: LiquidationTrigger) throws(ClearingError) {
    let account = trigger.account
    let status = try state.status(of: account, trigger.scope)
    state.events.append(
      .triggered(
        account,
        trigger.scope,
        equity: status.equity,
        maintenance: status.maintenance,
        cause: trigger.cause
      )
    )
    for contract in contracts(of: trigger.scope) { cancelOrders(of: account, contract) }
    for contract in contracts(of: trigger.scope) { try netHedge(of: account, contract) }
    let isRest = endCooldown(of: account, trigger.scope)
    while try isLiquidatable(trigger), let target = try nextPosition(of: trigger) {
      let before = position(target).size
      if !isRest { try reduceByTiers(target, trigger) }
      guard try isLiquidatable(trigger) else { break }
      if position(target).size != before, try startCooldown(trigger) { return }
      guard !position(target).isFlat else { continue }
      try takeOver(target, trigger)
      refreshMarks()
    }
    let asset: AssetID
    switch trigger.scope {
    case .cross(let settlement): asset = settlement
    case .isolated(let contract, _): asset = state.market(contract).settlementAsset
    }
    try coverDebt(of: account, asset, cause: trigger.cause)
  }

  private func contracts(of scope: LiquidationScope) -> [ContractID] {
    switch scope {
    case .isolated(let contract, _): [contract]
    case .cross(let asset):
      configuration.markets.indices.map { ContractID($0) }
        .filter { state.market($0).settlementAsset == asset }
    }
  }

  /// Nets the long and the short of a hedge at mark.
  private mutating func netHedge(
    of account: AccountID,
    _ contract: ContractID
  ) throws(ClearingError) {
    guard let mark = state.markets[Int(contract)].mark else { return }
    let long = state.house.position(of: account, contract: contract, slot: .long)
    let short = state.house.position(of: account, contract: contract, slot: .short)
    guard long.isIsolated == short.isIsolated, !long.isIsolated else { return }
    let market = state.market(contract)
    _ = try state.house.netHedge(contract, account: account) { (size) throws(ClearingError) in
      try market.value(of: size, at: mark, rounding: .toNearestOrEven)
    }
  }

  /// One position of a trigger's scope.
  struct Target: Hashable {
    var account: AccountID
    var contract: ContractID
    var slot: PositionSlot
  }

  func position(_ target: Target) -> ClearedPosition {
    state.house.position(of: target.account, contract: target.contract, slot: target.slot)
  }

  /// The open positions of a scope, by contract and slot.
  func targets(of trigger: LiquidationTrigger) -> [Target] {
    let account = trigger.account
    switch trigger.scope {
    case .isolated(let contract, let slot):
      let target = Target(account: account, contract: contract, slot: slot)
      return position(target).isFlat ? [] : [target]
    case .cross(let asset):
      return state.crossSlots(of: asset)
        .map { Target(account: account, contract: $0.contract, slot: $0.slot) }
        .filter { !position($0).isFlat && !position($0).isIsolated }
    }
  }

  /// The position that goes first by the policy's rule.
  private func nextPosition(of trigger: LiquidationTrigger) throws(ClearingError) -> Target? {
    var best: (key: Int64, target: Target)?
    for target in targets(of: trigger) {
      let key: Int64
      switch configuration.policy.positionOrder {
      case .contractNumber: return target
      case .largestLoss: key = try state.unrealised(position(target), target.contract).units
      case .largestMaintenance:
        key = -(try state.maintenance(position(target), target.contract).units)
      }
      if let current = best, current.key <= key { continue }
      best = (key, target)
    }
    return best?.target
  }

  /// The part of the scope's equity that goes with one position: in proportion to its maintenance
  /// margin, all of it with the last (the dYdX rule, which keeps equity over maintenance constant).
  func equityShare(
    of target: Target,
    _ trigger: LiquidationTrigger
  ) throws(ClearingError) -> Amount {
    let status = try state.status(of: trigger.account, trigger.scope)
    guard targets(of: trigger).count > 1, status.maintenance.units > 0 else {
      return status.equity
    }
    let own = try state.maintenance(position(target), target.contract)
    let share = (Int128(status.equity.units) * Int128(own.units))
      .divided(by: Int128(status.maintenance.units), rounding: .down)
    return try state.exact(share)
  }

  /// The settlement value at which a position leaves its account with nothing: mark value less the
  /// equity that goes with it.
  func bankruptcyValue(
    of target: Target,
    _ trigger: LiquidationTrigger
  ) throws(ClearingError) -> Amount {
    let position = position(target)
    let share = try equityShare(of: target, trigger)
    let profit = try state.unrealised(position, target.contract)
    return try state.exact(
      Int128(position.entryValue.units) + Int128(profit.units) - Int128(share.units)
    )
  }
}
