import Quantities

extension Venue {
  /// Reduces a position tier by tier in the market, at no worse than its bankruptcy price, until
  /// the account is safe, the lowest tier is reached, or nobody trades.
  mutating func reduceByTiers(
    _ target: Target,
    _ trigger: LiquidationTrigger
  ) throws(ClearingError) {
    var steps = 0
    while try isLiquidatable(trigger) {
      let lots: Int64
      switch configuration.policy.partialClose {
      case .none: return
      case .tiers(let down, let takeoverTiers):
        lots = try lotsAboveLowerTier(of: target, down: down, takeoverTiers: takeoverTiers)
      case .share(let share, let valueMin, let stepsMax):
        guard steps < stepsMax else { return }
        lots = try self.lots(of: target, share: share, valueMin: valueMin)
      }
      steps += 1
      guard lots > 0 else { return }
      let status = try state.status(of: trigger.account, trigger.scope)
      guard status.equity.units > 0 else { return }
      let bankruptcy = try bankruptcyValue(of: target, trigger)
      let size = position(target).size
      guard let limit = bankruptcyTicks(of: size, value: bankruptcy, target.contract) else {
        return
      }
      let side: OrderSide = size.units > 0 ? .sell : .buy
      let fill = trade(
        side,
        lots: lots,
        limit: limit,
        contract: target.contract,
        account: target.account,
        slot: target.slot
      )
      if let fault = state.fault { throw fault }
      guard fill.lots > 0 else { return }
      let fee = try chargePartialFee(on: fill.value, target, trigger)
      try record(
        .liquidation,
        parent: trigger.cause,
        target,
        side: side,
        fill: fill,
        bankruptcy: limit,
        fundDelta: fee,
        movesPrice: true
      )
      refreshMarks()
      guard fill.lots == lots else { return }
    }
  }

  /// A share of a position, at least a value; zero if that is all of it.
  private func lots(
    of target: Target,
    share: Fraction,
    valueMin: Amount
  ) throws(ClearingError) -> Int64 {
    let market = state.market(target.contract)
    guard let mark = state.markets[Int(target.contract)].mark else { return 0 }
    let size = position(target).size.magnitude
    let value = try market.value(of: size, at: mark, rounding: .awayFromZero).magnitude
    guard value > valueMin else { return 0 }
    let all = Int128(market.lots(of: size))
    let part = (all * Int128(share.numerator))
      .divided(by: Int128(share.denominator), rounding: .up)
    let least = (all * Int128(valueMin.units)).divided(by: Int128(value.units), rounding: .up)
    let step = Int128(market.rules.lotStep)
    return Int64(min(all, (max(part, least) + step - 1) / step * step))
  }

  /// The lots that bring a position down to the cap of a lower tier; zero in the lowest ones.
  private func lotsAboveLowerTier(
    of target: Target,
    down: Int,
    takeoverTiers: Int
  ) throws(ClearingError) -> Int64 {
    let market = state.market(target.contract)
    guard case .tiers(let table) = market.schedule,
      let mark = state.markets[Int(target.contract)].mark
    else { return 0 }
    let size = position(target).size.magnitude
    let notional = try market.value(of: size, at: mark, rounding: .awayFromZero).magnitude
    let tier: Int
    do throws(MarginError) {
      tier = try table.tierIndex(of: min(notional, table.lastCap))
    } catch {
      throw .overflow(operation: error.description)
    }
    guard tier >= max(1, takeoverTiers) else { return 0 }
    let cap = table.tiers[max(0, tier - max(1, down))].cap
    // The smallest number of lots whose closing leaves no more than the cap.
    var low: Int64 = 1
    var high = market.lots(of: size)
    while low < high {
      let middle = low + (high - low) / 2
      let rest = Amount(size.units - middle * market.contract.lot.units)
      let value = try market.value(of: rest, at: mark, rounding: .awayFromZero).magnitude
      if value <= cap { high = middle } else { low = middle + 1 }
    }
    let step = market.rules.lotStep
    return min(market.lots(of: size), (low + step - 1) / step * step)
  }

  /// Charges the fee of a partial close, at most what equity the account has, to the fund.
  private mutating func chargePartialFee(
    on value: Amount,
    _ target: Target,
    _ trigger: LiquidationTrigger
  ) throws(ClearingError) -> Amount {
    let market = state.market(target.contract)
    let equity = try state.status(of: trigger.account, trigger.scope).equity
    let wanted = try market.fee(configuration.policy.partialFee, on: value)
    let fee = min(wanted, max(.zero, equity))
    guard fee.units > 0 else { return .zero }
    let margin = position(target).isolatedMargin
    let asset = market.settlementAsset
    var batch = PostingBatch(.insurance)
    let source: LedgerEntry =
      position(target).isIsolated && margin >= fee
      ? .isolatedMargin(target.contract, target.slot) : .wallet(asset)
    batch.move(
      fee,
      from: (target.account, source),
      to: (SystemAccount.insuranceFund, .wallet(asset))
    )
    try state.house.apply(batch)
    return fee
  }

  /// The tick at which a position's value is its bankruptcy value: a long's rounded up, a short's
  /// down, so that no fill at the limit or better costs the fund; `nil` if there is no such price.
  func bankruptcyTicks(of size: Amount, value: Amount, _ contract: ContractID) -> Int64? {
    let market = state.market(contract)
    let payoff = market.contract.payoff
    let isLong = size.units > 0
    // The value has the sign of the size, or the opposite one for an inverse contract.
    let isPositive = isLong == payoff.isStraight
    let worth = isPositive ? Int128(value.units) : -Int128(value.units)
    let (above, below) = market.contract.priceFactors
    let quantity = Int128(size.units.magnitude)
    guard worth > 0 else {
      // Worth nothing or less: a long may be sold at any price, a straight short bought at none.
      if payoff.isStraight { return isLong ? 1 : nil }
      return isLong ? nil : market.rules.priceTicksMax
    }
    let tick = Int128(market.contract.tick)
    let rounding: Rounding = isLong ? .up : .down
    let ticks =
      payoff.isStraight
      ? worth.scaled(by: above, over: quantity * below * tick, rounding: rounding)
      : quantity.scaled(by: above, over: worth * below * tick, rounding: rounding)
    guard let ticks else { return isLong ? nil : market.rules.priceTicksMax }
    if isLong {
      return ticks <= Int128(market.rules.priceTicksMax) ? max(1, Int64(ticks)) : nil
    }
    return ticks >= 1 ? Int64(min(ticks, Int128(market.rules.priceTicksMax))) : nil
  }
}
