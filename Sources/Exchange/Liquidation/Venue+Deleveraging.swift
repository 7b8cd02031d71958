import Quantities

extension Venue {
  /// Closes what the engine still holds against accounts on the other side, by the policy's ranking.
  mutating func deleverage(_ takeover: Takeover) throws(ClearingError) {
    let contract = takeover.target.contract
    let lots = heldLots(contract)
    guard lots > 0 else { return }
    let candidates = try candidates(for: takeover)
    let chosen = AutoDeleveragingCandidate.allocate(
      lots,
      among: candidates,
      ranking: configuration.policy.deleveragingRanking
    )
    for (candidate, lots) in chosen {
      cancelOrders(of: candidate.account, contract)
      try deleverage(candidate, lots: lots, takeover)
    }
  }

  private mutating func deleverage(
    _ candidate: AutoDeleveragingCandidate,
    lots: Int64,
    _ takeover: Takeover
  ) throws(ClearingError) {
    let contract = takeover.target.contract
    let other = TradeLeg(account: candidate.account, slot: candidate.slot)
    let done: (fill: VenueState.ForcedFill, outcome: TradeOutcome)
    switch configuration.policy.deleveragingPrice {
    case .bankruptcy:
      done = try passOn(lots: lots, to: other, takeover, as: .autoDeleveraging)
    case .mark, .previousMark:
      guard let mark = deleveragingMark(contract) else { return }
      let market = state.market(contract)
      let size = try market.size(ofLots: lots)
      let signed = takeover.side == .buy ? size : -size
      let value = try market.value(of: signed, at: mark, rounding: .toNearestOrEven)
      done = try trade(signed, value: value, with: other, takeover, as: .autoDeleveraging)
    }
    let isCandidateBuying = takeover.side == .sell
    state.addProfit(
      isCandidateBuying ? done.outcome.buyerRealised : done.outcome.sellerRealised,
      to: candidate.account
    )
    let delta = try settleDifference(takeover)
    try record(
      .autoDeleveraging,
      parent: takeover.record,
      Target(account: candidate.account, contract: contract, slot: candidate.slot),
      side: isCandidateBuying ? .buy : .sell,
      fill: done.fill,
      bankruptcy: takeover.limit,
      fundDelta: delta
    )
  }

  /// The mark, or the one before its last change, at which counterparties are closed.
  private func deleveragingMark(_ contract: ContractID) -> Price? {
    let market = state.markets[Int(contract)]
    return configuration.policy.deleveragingPrice == .mark
      ? market.mark : market.previousMark ?? market.mark
  }

  /// What closing all of the engine's lots costs the other side against the mark, as a sum.
  private func deleveragingLoss(_ contract: ContractID) throws(ClearingError) -> Int128 {
    let held = held(contract)
    let exit: Int128
    switch configuration.policy.deleveragingPrice {
    case .bankruptcy: return -Int128(try state.unrealised(held, contract).units)
    case .mark, .previousMark:
      guard let price = deleveragingMark(contract), let mark = state.markets[Int(contract)].mark
      else { return 0 }
      let market = state.market(contract)
      exit = Int128(try market.value(of: held.size, at: price, rounding: .up).units)
      return exit - Int128(try market.value(of: held.size, at: mark, rounding: .down).units)
    }
  }

  /// Settles what deleveraging at mark gained or lost against the bankruptcy value: the fund as far
  /// as it can, the rest is shared.
  private mutating func settleDifference(_ takeover: Takeover) throws(ClearingError) -> Amount {
    let engine = SystemAccount.liquidationEngine
    let gain = state.house.wallet(of: engine, asset: takeover.asset)
    guard gain.units != 0 else { return .zero }
    let paid = max(gain, -fundAvailable(takeover.asset))
    try state.house.transfer(
      paid,
      asset: takeover.asset,
      from: engine,
      to: SystemAccount.insuranceFund,
      as: .insurance
    )
    let missing = paid - gain
    if missing.units > 0 {
      try socialise(
        missing,
        takeover.asset,
        of: engine,
        contract: takeover.target.contract,
        cause: takeover.record
      )
    }
    return paid
  }

  /// Everybody who holds the other side and can be closed without becoming insolvent; accounts that
  /// are themselves liquidatable are left to their own turn.
  private func candidates(
    for takeover: Takeover
  ) throws(ClearingError) -> [AutoDeleveragingCandidate] {
    let contract = takeover.target.contract
    let engineLots = heldLots(contract)
    let isEngineLong = takeover.side == .sell
    let loss = try deleveragingLoss(contract)
    var found: [AutoDeleveragingCandidate] = []
    for account in state.house.participantIDs {
      for slot in PositionSlot.allCases {
        let lots = state.lots(of: account, contract, slot)
        guard lots != 0, (lots < 0) == isEngineLong else { continue }
        let position = state.house.position(of: account, contract: contract, slot: slot)
        let scope: LiquidationScope =
          position.isIsolated ? .isolated(contract, slot) : .cross(takeover.asset)
        let status = try state.status(of: account, scope)
        guard !status.isLiquidatable(configuration.policy) else { continue }
        var most = Int128(lots.magnitude)
        if loss > 0 {
          // Two units for the two roundings, of the entry share and of the mark value.
          let bearable = max(0, Int128(status.equity.units) - 2) * Int128(engineLots) / loss
          most = min(most, bearable)
        }
        let step = Int128(state.market(contract).rules.lotStep)
        most = most / step * step
        let score = try score(
          position,
          status,
          takeover,
          account: account,
          closing: min(Int64(most), engineLots),
          loss: Double(loss) / Double(engineLots)
        )
        found.append(
          AutoDeleveragingCandidate(
            account: account,
            slot: slot,
            lotsMax: Int64(most),
            score: score
          )
        )
      }
    }
    return found
  }

  /// The rank of a position under the policy's ranking; higher goes first.
  private func score(
    _ position: ClearedPosition,
    _ status: MarginStatus,
    _ takeover: Takeover,
    account: AccountID,
    closing lots: Int64,
    loss lossPerLot: Double
  ) throws(ClearingError) -> Double {
    let contract = takeover.target.contract
    guard let mark = state.markets[Int(contract)].mark else { return -.infinity }
    let market = state.market(contract)
    switch configuration.policy.deleveragingRanking {
    case .proRata: return 0
    case .pseudoRandom:
      var digest = StateDigest()
      digest.combine(Int64(takeover.record))
      digest.combine(Int64(account))
      return Double(digest.value >> 11)
    case .queue, .priceAndLeverage:
      let value = try market.value(of: position.size, at: mark, rounding: .toNearestOrEven)
      let payoff = market.contract.payoff
      let side: PositionSide = position.size.units > 0 ? .long : .short
      let markValue = Double(value.units.magnitude)
      let equity = Double(status.equity.units)
      if configuration.policy.deleveragingRanking == .priceAndLeverage {
        return AutoDeleveragingScore.priceAndLeverage(
          side: payoff.isStraight ? side : side.opposite,
          entry: Double(position.entryValue.units.magnitude),
          mark: markValue,
          notional: markValue,
          accountValue: equity
        )
      }
      let isBankruptBelow = (side == .long) == payoff.isStraight
      do throws(MarginError) {
        return try AutoDeleveragingScore(
          side: side,
          entryValue: Double(position.entryValue.units.magnitude),
          markValue: markValue,
          bankruptcyValue: isBankruptBelow ? markValue - equity : markValue + equity,
          payoff: payoff
        ).score
      } catch {
        return -.infinity
      }
    case .riskReduction:
      let before = Double(status.maintenance.units) / Double(status.equity.units)
      let own = try market.maintenance(of: position.size, at: mark)
      let closed = try market.size(ofLots: lots)
      let rest = position.size.magnitude - closed
      let after = rest.units > 0 ? try market.maintenance(of: rest, at: mark) : .zero
      let equity = Double(status.equity.units) - lossPerLot * Double(lots)
      guard equity > 0 else { return -.infinity }
      let maintenance = status.maintenance - own + after
      return before - Double(maintenance.units) / equity
    }
  }
}
