import Quantities

extension Venue {
  /// Sells at worse prices as long as the fund can pay the shortfall: level by level, in the middle
  /// of one as many lots as its cash allows.
  mutating func sellAtFundsCost(_ takeover: Takeover) throws(ClearingError) {
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
  mutating func keepInFund(_ takeover: Takeover) throws(ClearingError) {
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
}
