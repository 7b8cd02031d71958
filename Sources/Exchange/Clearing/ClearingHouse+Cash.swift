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
  ///   - loss: Positive, units of `asset`.
  ///   - recipient: The account whose loss it is.
  ///   - weights: One per account, not negative, in the order of the account numbers.
  /// - Returns: What each account paid; the sum is the loss exactly.
  /// - Throws: ``ClearingError/nothingToSocialiseOver(loss:)`` if the weights sum to zero.
  public mutating func socialise(
    _ loss: Amount,
    asset: AssetID,
    of recipient: AccountID,
    among weights: [(account: AccountID, weight: Int64)]
  ) throws(ClearingError) -> [(account: AccountID, amount: Amount)] {
    guard loss.units > 0 else { throw .amountNotPositive(loss.units) }
    let shares: [Amount]
    do throws(QuantityError) {
      shares = try loss.split(among: weights.map(\.weight))
    } catch {
      throw .nothingToSocialiseOver(loss: loss.units)
    }
    var batch = PostingBatch(.socialisation)
    var paid: [(account: AccountID, amount: Amount)] = []
    for (share, payer) in zip(shares, weights) where share.units > 0 {
      batch.post(-share, to: .wallet(asset), of: payer.account)
      paid.append((payer.account, share))
    }
    batch.post(loss, to: .wallet(asset), of: recipient)
    try apply(batch)
    return paid
  }
}
