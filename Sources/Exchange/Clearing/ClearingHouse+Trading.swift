public import Quantities

extension ClearingHouse {
  /// Books a trade: sizes, entry values, realised profit, released margin and fees in one batch.
  ///
  /// - Parameters:
  ///   - contract: What is traded.
  ///   - quantity: Positive, size units.
  ///   - value: The signed value of `+quantity` at the trade's price, settlement units, rounded
  ///     once: both parties book the same integer.
  ///   - buyer: Who buys.
  ///   - seller: Who sells.
  ///   - kind: Why; a takeover and an auto-deleveraging are trades too.
  /// - Returns: What each party realised.
  /// - Throws: ``ClearingError`` and leaves the books unchanged.
  @discardableResult
  public mutating func trade(
    _ contract: ContractID,
    quantity: Amount,
    value: Amount,
    buyer: TradeLeg,
    seller: TradeLeg,
    as kind: ClearingEventKind = .trade
  ) throws(ClearingError) -> TradeOutcome {
    guard contract < contractCount else { throw .contractUnknown(contract) }
    guard quantity.units > 0 else { throw .amountNotPositive(quantity.units) }
    var batch = PostingBatch(kind)
    var outcome = TradeOutcome(buyerRealised: .zero, sellerRealised: .zero)
    if buyer.account != seller.account || buyer.slot != seller.slot {
      outcome = TradeOutcome(
        buyerRealised: try fill(contract, buyer, size: quantity, value: value, into: &batch),
        sellerRealised: try fill(contract, seller, size: -quantity, value: -value, into: &batch)
      )
    }
    let asset = settlementAsset(of: contract)
    for leg in [buyer, seller] {
      batch.move(
        leg.fee,
        from: (leg.account, .wallet(asset)),
        to: (SystemAccount.fees, .wallet(asset))
      )
    }
    try apply(batch)
    return outcome
  }

  /// Adds one party's postings: `−value` of open value, turned into cash where a position closes.
  ///
  /// A loss on an isolated position is taken from the margin it sets free, then from the rest of
  /// the position's margin, and only then from the wallet.
  private func fill(
    _ contract: ContractID,
    _ leg: TradeLeg,
    size: Amount,
    value: Amount,
    into batch: inout PostingBatch
  ) throws(ClearingError) -> Amount {
    let position = position(of: leg.account, contract: contract, slot: leg.slot)
    let change = try position.change(byFilling: size, value: value)
    let wallet = LedgerEntry.wallet(settlementAsset(of: contract))
    let margin = LedgerEntry.isolatedMargin(contract, leg.slot)
    batch.post(size, to: .size(contract, leg.slot), of: leg.account)
    batch.post(-change.entryValue, to: .openValue(contract, leg.slot), of: leg.account)
    guard position.isIsolated else {
      batch.post(change.realised, to: wallet, of: leg.account)
      return change.realised
    }
    let isClosed = change.closed.units == abs(position.size.units)
    let kept = isClosed ? Amount.zero : position.isolatedMargin - change.marginReleased
    let proceeds = change.marginReleased + change.realised
    let fromKept = max(-kept.units, min(0, proceeds.units))
    let toWallet = proceeds.units - fromKept
    let added = change.opened.units > 0 ? leg.marginAdded.units : 0
    batch.post(Amount(toWallet - added), to: wallet, of: leg.account)
    batch.post(
      Amount(added + fromKept) - change.marginReleased,
      to: margin,
      of: leg.account
    )
    return change.realised
  }

  /// Nets an account's long and short hedge positions in one contract at one value.
  ///
  /// - Returns: The size netted; zero if either side is flat.
  public mutating func netHedge(
    _ contract: ContractID,
    account: AccountID,
    value: (Amount) throws(ClearingError) -> Amount
  ) throws(ClearingError) -> Amount {
    let long = position(of: account, contract: contract, slot: .long).size
    let short = position(of: account, contract: contract, slot: .short).size
    let netted = min(long, -short)
    guard netted.units > 0 else { return .zero }
    try trade(
      contract,
      quantity: netted,
      value: try value(netted),
      buyer: TradeLeg(account: account, slot: .short),
      seller: TradeLeg(account: account, slot: .long),
      as: .netting
    )
    return netted
  }
}
