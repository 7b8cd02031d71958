public import Quantities

extension ClearingHouse {
  /// Pays funding between all open positions of a contract.
  ///
  /// Each account's credit is rounded down, so that a payer pays up and a receiver receives down;
  /// what is left over goes to ``SystemAccount/rounding``. A cross position pays from the wallet, an
  /// isolated one from the wallet as far as it is positive and then from its margin.
  ///
  /// - Parameters:
  ///   - contract: Whose positions pay.
  ///   - credit: What a position of this signed size receives, rounded down; negative for a payer.
  /// - Returns: The residue posted to the rounding account.
  /// - Throws: ``ClearingError`` and leaves the books unchanged.
  @discardableResult
  public mutating func payFunding(
    _ contract: ContractID,
    credit: (Amount) throws(ClearingError) -> Amount
  ) throws(ClearingError) -> Amount {
    guard contract < contractCount else { throw .contractUnknown(contract) }
    let asset = settlementAsset(of: contract)
    var batch = PostingBatch(.funding)
    var total: Int128 = 0
    for account in accounts {
      var free = max(0, account.wallets[Int(asset)].units)
      for slot in PositionSlot.allCases {
        let position = account.positions[ClearingHouse.place(contract, slot)]
        guard !position.isFlat else { continue }
        let amount = try credit(position.size)
        total += Int128(amount.units)
        let fromMargin = position.isIsolated ? min(0, amount.units + free) : 0
        batch.post(amount - Amount(fromMargin), to: .wallet(asset), of: account.id)
        batch.post(Amount(fromMargin), to: .isolatedMargin(contract, slot), of: account.id)
        free = max(0, free + min(0, amount.units))
      }
    }
    return try postResidue(total, asset: asset, batch: &batch)
  }

  /// Closes every position of a dated future at its settlement value.
  ///
  /// - Parameters:
  ///   - contract: What is settled.
  ///   - value: The signed value of a signed size at the settlement price, rounded down.
  /// - Returns: The residue posted to the rounding account.
  /// - Throws: ``ClearingError`` and leaves the books unchanged.
  @discardableResult
  public mutating func settle(
    _ contract: ContractID,
    value: (Amount) throws(ClearingError) -> Amount
  ) throws(ClearingError) -> Amount {
    guard contract < contractCount else { throw .contractUnknown(contract) }
    let asset = settlementAsset(of: contract)
    var batch = PostingBatch(.settlement)
    var total: Int128 = 0
    for account in accounts {
      for slot in PositionSlot.allCases {
        let position = account.positions[ClearingHouse.place(contract, slot)]
        guard !position.isFlat else { continue }
        let settled = try value(position.size)
        total += Int128(settled.units)
        batch.post(-position.size, to: .size(contract, slot), of: account.id)
        batch.post(position.entryValue, to: .openValue(contract, slot), of: account.id)
        batch.post(-position.isolatedMargin, to: .isolatedMargin(contract, slot), of: account.id)
        batch.post(
          settled - position.entryValue + position.isolatedMargin,
          to: .wallet(asset),
          of: account.id
        )
      }
    }
    return try postResidue(total, asset: asset, batch: &batch)
  }

  /// Books what rounding left over and applies the batch.
  private mutating func postResidue(
    _ total: Int128,
    asset: AssetID,
    batch: inout PostingBatch
  ) throws(ClearingError) -> Amount {
    guard let residue = Int64(exactly: -total) else {
      throw .overflow(operation: "residue \(-total)")
    }
    batch.post(Amount(residue), to: .wallet(asset), of: SystemAccount.rounding)
    try apply(batch)
    return Amount(residue)
  }
}
