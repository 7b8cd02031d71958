public import Quantities

extension ClearingHouse {
  /// Books cash that comes in from outside.
  public mutating func deposit(
    _ amount: Amount,
    asset: AssetID,
    to account: AccountID
  ) throws(ClearingError) {
    guard amount.units > 0 else { throw .amountNotPositive(amount.units) }
    try transfer(amount, asset: asset, from: SystemAccount.outside, to: account, as: .deposit)
  }

  /// Books cash that leaves; the wallet must hold it.
  public mutating func withdraw(
    _ amount: Amount,
    asset: AssetID,
    from account: AccountID
  ) throws(ClearingError) {
    guard amount.units > 0 else { throw .amountNotPositive(amount.units) }
    let available = wallet(of: account, asset: asset)
    guard available >= amount else {
      throw .balanceInsufficient(
        account: account,
        available: available.units,
        needed: amount.units
      )
    }
    try transfer(amount, asset: asset, from: account, to: SystemAccount.outside, as: .withdrawal)
  }

  /// Moves cash between two wallets; a negative amount moves it back.
  public mutating func transfer(
    _ amount: Amount,
    asset: AssetID,
    from source: AccountID,
    to target: AccountID,
    as kind: ClearingEventKind
  ) throws(ClearingError) {
    var batch = PostingBatch(kind)
    batch.move(amount, from: (source, .wallet(asset)), to: (target, .wallet(asset)))
    try apply(batch)
  }

  /// Moves margin from the wallet to an isolated position (positive) or back (negative).
  ///
  /// - Throws: ``ClearingError/balanceInsufficient(account:available:needed:)`` if the source holds
  ///   less.
  public mutating func moveMargin(
    _ amount: Amount,
    account: AccountID,
    contract: ContractID,
    slot: PositionSlot
  ) throws(ClearingError) {
    guard contract < contractCount else { throw .contractUnknown(contract) }
    let asset = settlementAsset(of: contract)
    let source =
      amount.units > 0
      ? wallet(of: account, asset: asset)
      : position(of: account, contract: contract, slot: slot).isolatedMargin
    let needed = amount.units.magnitude
    guard source.units >= 0, source.units.magnitude >= needed else {
      throw .balanceInsufficient(
        account: account,
        available: source.units,
        needed: Int64(clamping: needed)
      )
    }
    var batch = PostingBatch(.marginTransfer)
    batch.move(
      amount,
      from: (account, .wallet(asset)),
      to: (account, .isolatedMargin(contract, slot))
    )
    try apply(batch)
  }

  /// Shares a loss among accounts in proportion to their weights, largest remainder first.
  ///
  /// - Parameters:
  ///   - loss: Positive.
  ///   - asset: In which the loss is.
  ///   - recipient: The account whose loss it is.
  ///   - weights: One per account, in the order of the account numbers.
  /// - Returns: What each account paid, none beyond its limit; less than the loss if limits bind.
  /// - Throws: ``ClearingError/nothingToSocialiseOver(loss:)`` if the weights sum to zero.
  public mutating func socialise(
    _ loss: Amount,
    asset: AssetID,
    of recipient: AccountID,
    among weights: [LossWeight]
  ) throws(ClearingError) -> [LossShare] {
    guard loss.units > 0 else { throw .amountNotPositive(loss.units) }
    let shares: [Amount]
    do throws(QuantityError) {
      shares = try loss.split(among: weights.map(\.weight))
    } catch {
      throw .nothingToSocialiseOver(loss: loss.units)
    }
    var batch = PostingBatch(.socialisation)
    var paid: [LossShare] = []
    for (share, payer) in zip(shares, weights) {
      let amount = min(share, payer.limit)
      guard amount.units > 0 else { continue }
      batch.move(
        amount,
        from: (payer.account, .wallet(asset)),
        to: (recipient, .wallet(asset))
      )
      paid.append(LossShare(account: payer.account, amount: amount))
    }
    try apply(batch)
    return paid
  }
}
