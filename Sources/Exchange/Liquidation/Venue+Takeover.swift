import Quantities

extension Venue {
  /// A position that the engine took over and has to get rid of.
  struct Takeover {
    var target: Target
    var trigger: LiquidationTrigger
    /// The number of the takeover's record: the cause of everything done with the position.
    var record: Int32
    /// Tick of the bankruptcy price, if there is one.
    var limit: Int64?
    var side: OrderSide
    var asset: AssetID
  }

  /// Takes a whole position over at its bankruptcy value and closes it: in the book at the
  /// bankruptcy price or better, then at the fund's cost, then against counterparties, and shares
  /// out what is left.
  mutating func takeOver(
    _ target: Target,
    _ trigger: LiquidationTrigger
  ) throws(ClearingError) {
    let size = position(target).size
    let value = try bankruptcyValue(of: target, trigger)
    let market = state.market(target.contract)
    let isLong = size.units > 0
    let engine = TradeLeg(account: SystemAccount.liquidationEngine)
    let loser = TradeLeg(account: target.account, slot: target.slot)
    let outcome = try state.house.trade(
      target.contract,
      quantity: size.magnitude,
      value: isLong ? value : -value,
      buyer: isLong ? engine : loser,
      seller: isLong ? loser : engine,
      as: .takeover
    )
    state.addProfit(
      isLong ? outcome.sellerRealised : outcome.buyerRealised,
      to: target.account
    )
    let limit = bankruptcyTicks(of: size, value: value, target.contract)
    let side: OrderSide = isLong ? .sell : .buy
    let record = try record(
      .takeover,
      parent: trigger.cause,
      target,
      side: side,
      fill: VenueState.ForcedFill(lots: market.lots(of: size.magnitude), value: value),
      bankruptcy: limit,
      fundDelta: .zero
    )
    let takeover = Takeover(
      target: target,
      trigger: trigger,
      record: record,
      limit: limit,
      side: side,
      asset: market.settlementAsset
    )
    try closeAtBankruptcy(takeover)
    switch configuration.policy.remainder {
    case .soldByFund: try sellAtFundsCost(takeover)
    case .heldByFund: try keepInFund(takeover)
    case .deleveraged: break
    }
    try deleverage(takeover)
    try socialiseRemainder(takeover)
    if let fault = state.fault { throw fault }
  }

  /// What the engine still holds in a contract.
  func held(_ contract: ContractID) -> ClearedPosition {
    state.house.position(of: SystemAccount.liquidationEngine, contract: contract)
  }

  func heldLots(_ contract: ContractID) -> Int64 {
    abs(state.lots(of: SystemAccount.liquidationEngine, contract, .net))
  }

  /// Sends the whole position to the book at the bankruptcy price or better; a surplus is shared.
  private mutating func closeAtBankruptcy(_ takeover: Takeover) throws(ClearingError) {
    guard let limit = takeover.limit else { return }
    let contract = takeover.target.contract
    while heldLots(contract) > 0 {
      let fill = trade(
        takeover.side,
        lots: heldLots(contract),
        limit: limit,
        contract: contract,
        account: SystemAccount.liquidationEngine,
        slot: .net
      )
      if let fault = state.fault { throw fault }
      guard fill.lots > 0 else { return }
      try settleEngine(takeover, fill: fill)
    }
  }

  /// Moves what the engine gained or lost to or from the fund, and records the sale.
  mutating func settleEngine(
    _ takeover: Takeover,
    fill: VenueState.ForcedFill
  ) throws(ClearingError) {
    let engine = SystemAccount.liquidationEngine
    let gain = state.house.wallet(of: engine, asset: takeover.asset)
    var toFund = gain
    if gain.units > 0, let share = configuration.policy.surplusShareMax {
      let market = state.market(takeover.target.contract)
      toFund = min(gain, try market.fee(share, on: fill.value))
      try state.house.transfer(
        gain - toFund,
        asset: takeover.asset,
        from: engine,
        to: takeover.target.account,
        as: .insurance
      )
    }
    try state.house.transfer(
      toFund,
      asset: takeover.asset,
      from: engine,
      to: SystemAccount.insuranceFund,
      as: .insurance
    )
    try record(
      .takeoverClose,
      parent: takeover.record,
      takeover.target,
      side: takeover.side,
      fill: fill,
      bankruptcy: takeover.limit,
      fundDelta: toFund,
      movesPrice: true
    )
  }
}
