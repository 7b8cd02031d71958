import Quantities

extension Venue {
  /// Hands the fund what nobody could be closed against, and shares out the loss it cannot bear.
  mutating func socialiseRemainder(_ takeover: Takeover) throws(ClearingError) {
    let contract = takeover.target.contract
    let lots = heldLots(contract)
    guard lots > 0 else { return }
    let loss = max(.zero, -(try state.unrealised(held(contract), contract)))
    let fund = SystemAccount.insuranceFund
    let uncovered = loss - min(loss, fundAvailable(takeover.asset))
    try passOn(lots: lots, to: TradeLeg(account: fund), takeover, as: .takeover)
    guard uncovered.units > 0 else { return }
    try socialise(
      uncovered,
      takeover.asset,
      of: fund,
      contract: contract,
      cause: takeover.record
    )
  }

  /// Brings a wallet without positions behind it back to zero: collateral is sold, then the fund
  /// pays, then participants do.
  mutating func coverDebt(
    of account: AccountID,
    _ asset: AssetID,
    cause: Int32
  ) throws(ClearingError) {
    let hasPositions = state.crossSlots(of: asset).contains { contract, slot in
      let position = state.house.position(of: account, contract: contract, slot: slot)
      return !position.isFlat && !position.isIsolated
    }
    guard !hasPositions, state.house.wallet(of: account, asset: asset).units < 0 else { return }
    for number in configuration.collateral.indices
    where configuration.collateral[number].target == asset {
      try sellCollateral(of: account, rule: number, cause: cause)
    }
    let debt = -state.house.wallet(of: account, asset: asset)
    guard debt.units > 0 else { return }
    let paid = min(debt, fundAvailable(asset))
    if paid.units > 0 {
      try state.house.transfer(
        paid,
        asset: asset,
        from: SystemAccount.insuranceFund,
        to: account,
        as: .insurance
      )
      state.events.append(.debtCovered(account, asset, paid))
    }
    let rest = debt - paid
    if rest.units > 0 {
      try socialise(rest, asset, of: account, contract: nil, cause: cause)
    }
  }

  /// Exchanges as much collateral as the debt needs, at its weighted value, with the outside.
  private mutating func sellCollateral(
    of account: AccountID,
    rule number: Int,
    cause: Int32
  ) throws(ClearingError) {
    let rule = configuration.collateral[number]
    let debt = -state.house.wallet(of: account, asset: rule.target)
    let balance = state.house.wallet(of: account, asset: rule.asset)
    guard debt.units > 0, balance.units > 0 else { return }
    guard try state.collateralValue(of: balance, rule: number).units > 0 else { return }
    // The smallest quantity whose value covers the debt, or everything.
    var low: Int64 = 1
    var high = balance.units
    while low < high {
      let middle = low + (high - low) / 2
      let value = try state.collateralValue(of: Amount(middle), rule: number)
      if value >= debt { high = middle } else { low = middle + 1 }
    }
    let quantity = Amount(low)
    let proceeds = try state.collateralValue(of: quantity, rule: number)
    var batch = PostingBatch(.collateralSale)
    let outside = SystemAccount.outside
    batch.move(
      quantity,
      from: (account, .wallet(rule.asset)),
      to: (outside, .wallet(rule.asset))
    )
    batch.move(
      proceeds,
      from: (outside, .wallet(rule.target)),
      to: (account, .wallet(rule.target))
    )
    try state.house.apply(batch)
    state.events.append(
      .collateralSold(account, rule.asset, quantity: quantity, proceeds: proceeds)
    )
    state.events.append(
      .forced(
        ForcedTrade(
          id: state.sequence.take(),
          parent: cause,
          kind: .collateralSale,
          account: account,
          contract: rule.asset,
          side: .sell,
          quantity: quantity,
          price: state.collateralPrices[number] ?? Price(0),
          fillNotional: proceeds,
          bankruptcyPrice: Price(0),
          fundDelta: .zero
        )
      )
    )
  }

  /// Shares a loss among participants by the policy's rule, none beyond what it can pay; what
  /// nobody can pay is booked on ``SystemAccount/uncoveredLoss`` and reported.
  ///
  /// - Parameters:
  ///   - loss: Positive.
  ///   - asset: Of the loss.
  ///   - recipient: Whose loss is made good.
  ///   - contract: The market whose positions share it; `nil` for all that settle in the asset.
  ///   - cause: The record that made the loss.
  /// - Throws: ``ClearingError`` if a sum leaves 64 bits.
  mutating func socialise(
    _ loss: Amount,
    _ asset: AssetID,
    of recipient: AccountID,
    contract: ContractID?,
    cause: Int32
  ) throws(ClearingError) {
    var uncovered = loss
    do throws(ClearingError) {
      let weights = try weights(asset, contract)
      let total = weights.reduce(Int128(0)) { $0 + Int128($1.weight) }
      // A clawback takes no more than there is profit.
      let isClawback = configuration.policy.socialisation == .profit && total > 0
      let shared = isClawback ? min(loss, Amount(Int64(clamping: total))) : loss
      let paid = try state.house.socialise(shared, asset: asset, of: recipient, among: weights)
      for share in paid {
        uncovered -= share.amount
        recordShare(share.amount, of: share.account, contract: contract, recipient, cause)
      }
    } catch {
      guard case .nothingToSocialiseOver = error else { throw error }
    }
    guard uncovered.units > 0 else { return }
    try state.house.transfer(
      uncovered,
      asset: asset,
      from: SystemAccount.uncoveredLoss,
      to: recipient,
      as: .uncoveredLoss
    )
    state.events.append(.lossUncovered(asset, uncovered))
  }

  private mutating func recordShare(
    _ amount: Amount,
    of account: AccountID,
    contract: ContractID?,
    _ recipient: AccountID,
    _ cause: Int32
  ) {
    let isFund = recipient == SystemAccount.insuranceFund
    state.events.append(
      .forced(
        ForcedTrade(
          id: state.sequence.take(),
          parent: cause,
          kind: .socialisation,
          account: account,
          contract: contract ?? 0,
          side: .sell,
          quantity: .zero,
          price: Price(0),
          fillNotional: amount,
          bankruptcyPrice: Price(0),
          fundDelta: isFund ? amount : .zero
        )
      )
    )
  }

  /// What every participant is charged by, in the order of the account numbers.
  private func weights(
    _ asset: AssetID,
    _ contract: ContractID?
  ) throws(ClearingError) -> [LossWeight] {
    var weights: [LossWeight] = []
    for account in state.house.participantIDs {
      let weight: Int64
      switch configuration.policy.socialisation {
      case .none: weight = 0
      case .profit: weight = max(0, state.sessionProfits[account] ?? 0)
      case .openInterest: weight = try openValue(of: account, asset, contract)
      }
      let limit = try payable(by: account, asset)
      weights.append(LossWeight(account: account, weight: weight, limit: limit))
    }
    return weights
  }

  /// The value at mark of an account's positions in a contract, or in all of a settlement asset.
  private func openValue(
    of account: AccountID,
    _ asset: AssetID,
    _ contract: ContractID?
  ) throws(ClearingError) -> Int64 {
    var value: Int128 = 0
    for (other, slot) in state.crossSlots(of: asset) where contract == nil || contract == other {
      guard let mark = state.markets[Int(other)].mark else { continue }
      let size = state.house.position(of: account, contract: other, slot: slot).size
      let worth = try state.market(other).value(of: size, at: mark, rounding: .awayFromZero)
      value += Int128(worth.units.magnitude)
    }
    return Int64(clamping: value)
  }

  /// The most that a participant can be charged without becoming insolvent.
  private func payable(by account: AccountID, _ asset: AssetID) throws(ClearingError) -> Amount {
    max(.zero, try state.status(of: account, .cross(asset)).equity)
  }
}
