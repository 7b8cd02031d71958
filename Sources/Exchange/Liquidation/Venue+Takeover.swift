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
  private mutating func settleEngine(
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

  /// What the fund can pay in an asset without falling below its floor.
  func fundAvailable(_ asset: AssetID) -> Amount {
    let cash = state.house.wallet(of: SystemAccount.insuranceFund, asset: asset)
    var floor = configuration.policy.fundFloor
    if let drawdown = configuration.policy.fundDrawdownMax {
      let peak = state.fundHistory[Int(asset)].reduce(cash) { max($0, $1.cash) }
      let kept =
        Int128(max(0, peak.units)) * Int128(drawdown.denominator - drawdown.numerator)
        / Int128(drawdown.denominator)
      floor = max(floor, Amount(Int64(clamping: kept)))
    }
    return max(.zero, cash - floor)
  }

  /// Remembers the fund's cash, and forgets what lies before the drawdown window.
  mutating func noteFundCash() {
    guard configuration.policy.fundDrawdownMax != nil else { return }
    let start = now - configuration.policy.fundDrawdownWindow
    for asset in configuration.assets.indices {
      let cash = state.house.wallet(of: SystemAccount.insuranceFund, asset: AssetID(asset))
      state.fundHistory[asset].removeAll { $0.time < start }
      state.fundHistory[asset].append((now, cash))
    }
  }

  /// Sells at worse prices as long as the fund can pay the shortfall: level by level, in the middle
  /// of one as many lots as its cash allows.
  private mutating func sellAtFundsCost(_ takeover: Takeover) throws(ClearingError) {
    let contract = takeover.target.contract
    while heldLots(contract) > 0 {
      let book = books[Int(contract)]
      guard let best = book.book.bestPrice(of: takeover.side.opposite) else { return }
      let offered = book.book.quantity(atPrice: best)
      let lots = try affordableLots(takeover, atTicks: best, limit: offered)
      guard lots > 0 else { return }
      let restingBefore = book.book.restingCount
      let fill = trade(
        takeover.side,
        lots: lots,
        limit: best,
        contract: contract,
        account: SystemAccount.liquidationEngine,
        slot: .net
      )
      if let fault = state.fault { throw fault }
      if fill.lots > 0 { try settleEngine(takeover, fill: fill) }
      // Nothing traded: either makers failed their margin check and left, or the order is refused.
      guard fill.lots > 0 || book.book.restingCount < restingBefore else { return }
    }
  }

  /// The most lots that the fund can afford to close at a price.
  private func affordableLots(
    _ takeover: Takeover,
    atTicks ticks: Int64,
    limit: Int64
  ) throws(ClearingError) -> Int64 {
    let contract = takeover.target.contract
    let market = state.market(contract)
    let available = fundAvailable(takeover.asset)
    let position = held(contract)
    let price = market.price(ofTicks: ticks)
    let step = market.rules.lotStep
    var low: Int64 = 0
    var high = min(limit, heldLots(contract)) / step
    while low < high {
      let middle = low + (high - low + 1) / 2
      let size = try market.size(ofLots: middle * step)
      let signed = position.size.units > 0 ? -size : size
      let value = try market.value(of: signed, at: price, rounding: .up)
      let change = try position.change(byFilling: signed, value: value)
      if -change.realised <= available { low = middle } else { high = middle - 1 }
    }
    return low * step
  }

  /// Hands as much to the fund as its limit and its solvency at mark allow.
  private mutating func keepInFund(_ takeover: Takeover) throws(ClearingError) {
    let contract = takeover.target.contract
    let lots = heldLots(contract)
    guard lots > 0, let mark = state.markets[Int(contract)].mark else { return }
    let market = state.market(contract)
    let fund = SystemAccount.insuranceFund
    let fundSize = state.house.position(of: fund, contract: contract).size
    var equity = Int128(fundAvailable(takeover.asset).units)
    for (other, slot) in state.crossSlots(of: takeover.asset) {
      let position = state.house.position(of: fund, contract: other, slot: slot)
      equity += Int128(try state.unrealised(position, other).units)
    }
    let loss = -Int128(try state.unrealised(held(contract), contract).units)
    var valueMax = configuration.policy.fundValueMax
    if let share = configuration.policy.fundPositionShareMax {
      let cash = max(0, state.house.wallet(of: fund, asset: takeover.asset).units)
      let part = Int128(cash) * Int128(share.numerator) / Int128(share.denominator)
      valueMax = min(valueMax, Amount(Int64(clamping: part)))
    }
    var low: Int64 = 0
    var high = lots
    while low < high {
      let middle = low + (high - low + 1) / 2
      let size = try market.size(ofLots: middle)
      let signed = held(contract).size.units > 0 ? size : -size
      let total = fundSize + signed
      let value = try market.value(of: total, at: mark, rounding: .awayFromZero).magnitude
      let share = (loss * Int128(middle)).divided(by: Int128(lots), rounding: .up)
      let fits = value <= valueMax && equity >= share
      if fits { low = middle } else { high = middle - 1 }
    }
    try passOn(lots: low, to: TradeLeg(account: fund), takeover, as: .takeover)
  }

  /// Passes part of the engine's position on at its own entry value, so that the engine neither
  /// gains nor loses.
  @discardableResult
  mutating func passOn(
    lots: Int64,
    to other: TradeLeg,
    _ takeover: Takeover,
    as kind: ClearingEventKind
  ) throws(ClearingError) -> (fill: VenueState.ForcedFill, outcome: TradeOutcome) {
    guard lots > 0 else {
      return (
        VenueState.ForcedFill(), TradeOutcome(buyerRealised: .zero, sellerRealised: .zero)
      )
    }
    let contract = takeover.target.contract
    let size = try state.market(contract).size(ofLots: lots)
    let position = held(contract)
    let signed = position.size.units > 0 ? -size : size
    // The entry value that closing this size sets free; valuing the trade at it realises nothing.
    let released = try position.change(byFilling: signed, value: .zero).entryValue
    return try trade(signed, value: released, with: other, takeover, as: kind)
  }

  /// Trades a signed size of the engine's with another account at a value.
  mutating func trade(
    _ signed: Amount,
    value: Amount,
    with other: TradeLeg,
    _ takeover: Takeover,
    as kind: ClearingEventKind
  ) throws(ClearingError) -> (fill: VenueState.ForcedFill, outcome: TradeOutcome) {
    let contract = takeover.target.contract
    let engine = TradeLeg(account: SystemAccount.liquidationEngine)
    let isBuying = signed.units > 0
    let outcome = try state.house.trade(
      contract,
      quantity: signed.magnitude,
      value: isBuying ? value : -value,
      buyer: isBuying ? engine : other,
      seller: isBuying ? other : engine,
      as: kind
    )
    let lots = state.market(contract).lots(of: signed.magnitude)
    return (VenueState.ForcedFill(lots: lots, value: value), outcome)
  }
}
