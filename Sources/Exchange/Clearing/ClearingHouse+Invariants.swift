import Quantities

extension ClearingHouse {
  /// A broken promise of the books: which sum, where, and the last posting that touched it.
  public enum InvariantViolation: Error, Hashable, Sendable, CustomStringConvertible {
    /// The balances of an asset do not sum to zero.
    case cashNotConserved(asset: String, sum: Int64, account: AccountID, posting: String)
    /// The sizes of a contract do not sum to zero.
    case contractsNotConserved(
      contract: ContractID,
      sum: Int64,
      account: AccountID,
      posting: String
    )
    /// A flat position has an entry value or a margin.
    case flatPositionHasValue(account: AccountID, contract: ContractID, slot: PositionSlot)
    /// A hedge position has the sign of the other side, or a cross position has isolated margin.
    case positionMalformed(account: AccountID, contract: ContractID, slot: PositionSlot)
    /// The rounding account, which only receives, is negative.
    case roundingNegative(asset: String, balance: Int64)
    /// Two accounts are out of order or have the same number.
    case accountsOutOfOrder(AccountID)

    /// The stable name of the violation.
    public var code: String {
      switch self {
      case .cashNotConserved: "clearing.invariant.cash"
      case .contractsNotConserved: "clearing.invariant.contracts"
      case .flatPositionHasValue: "clearing.invariant.flatPosition"
      case .positionMalformed: "clearing.invariant.position"
      case .roundingNegative: "clearing.invariant.rounding"
      case .accountsOutOfOrder: "clearing.invariant.accountOrder"
      }
    }

    /// One line for a person.
    public var description: String {
      switch self {
      case .cashNotConserved(let asset, let sum, let account, let posting):
        "\(asset) sums to \(sum) minor units instead of 0; account \(account), \(posting)"
      case .contractsNotConserved(let contract, let sum, let account, let posting):
        "contract \(contract) sums to \(sum) instead of 0; account \(account), \(posting)"
      case .flatPositionHasValue(let account, let contract, let slot):
        "account \(account), contract \(contract) \(slot): flat, but with a value or margin"
      case .positionMalformed(let account, let contract, let slot):
        "account \(account), contract \(contract) \(slot): size or margin of the wrong mode"
      case .roundingNegative(let asset, let balance):
        "rounding account holds \(balance) minor units of \(asset), expected none below 0"
      case .accountsOutOfOrder(let account):
        "account \(account): not above the account before it"
      }
    }
  }

  /// Recomputes every sum from the balances.
  ///
  /// - Throws: ``InvariantViolation`` naming the account, the asset or contract, and the last posting.
  /// - Complexity: O(accounts × contracts).
  public func checkInvariants() throws(InvariantViolation) {
    var cash = [Int128](repeating: 0, count: assets.count)
    var sizes = [Int128](repeating: 0, count: contractCount)
    var previous: AccountID?
    for account in accounts {
      if let previous, previous >= account.id { throw .accountsOutOfOrder(account.id) }
      previous = account.id
      for (asset, wallet) in account.wallets.enumerated() { cash[asset] += Int128(wallet.units) }
      for contract in 0..<contractCount {
        let settlement = Int(settlementAssets[contract])
        for slot in PositionSlot.allCases {
          let position = account.positions[ClearingHouse.place(ContractID(contract), slot)]
          cash[settlement] += Int128(position.isolatedMargin.units)
          cash[settlement] -= Int128(position.entryValue.units)
          sizes[contract] += Int128(position.size.units)
          try check(position, account: account.id, contract: ContractID(contract), slot: slot)
        }
      }
    }
    for (asset, sum) in cash.enumerated() where sum != 0 { throw cashViolation(asset, sum) }
    for (contract, sum) in sizes.enumerated() where sum != 0 {
      throw contractViolation(ContractID(contract), sum)
    }
    for (asset, value) in assets.enumerated() {
      let balance = wallet(of: SystemAccount.rounding, asset: AssetID(asset))
      if balance.units < 0 {
        throw .roundingNegative(asset: value.symbol, balance: balance.units)
      }
    }
  }

  private func check(
    _ position: ClearedPosition,
    account: AccountID,
    contract: ContractID,
    slot: PositionSlot
  ) throws(InvariantViolation) {
    if position.isFlat, position.entryValue.units != 0 || position.isolatedMargin.units != 0 {
      throw .flatPositionHasValue(account: account, contract: contract, slot: slot)
    }
    let hasWrongSign =
      (slot == .long && position.size.units < 0) || (slot == .short && position.size.units > 0)
    if hasWrongSign || (!position.isIsolated && position.isolatedMargin.units != 0) {
      throw .positionMalformed(account: account, contract: contract, slot: slot)
    }
  }

  private func cashViolation(_ asset: Int, _ sum: Int128) -> InvariantViolation {
    let posting = lastBatch?.postings.last { posting in
      switch posting.entry {
      case .wallet(let other): Int(other) == asset
      case .isolatedMargin(let contract, _), .openValue(let contract, _):
        Int(settlementAsset(of: contract)) == asset
      case .size: false
      }
    }
    return .cashNotConserved(
      asset: assets[asset].symbol,
      sum: Int64(clamping: sum),
      account: posting?.account ?? SystemAccount.outside,
      posting: describe(posting)
    )
  }

  private func contractViolation(_ contract: ContractID, _ sum: Int128) -> InvariantViolation {
    let posting = lastBatch?.postings.last { posting in
      guard case .size(let other, _) = posting.entry else { return false }
      return other == contract
    }
    return .contractsNotConserved(
      contract: contract,
      sum: Int64(clamping: sum),
      account: posting?.account ?? SystemAccount.outside,
      posting: describe(posting)
    )
  }

  private func describe(_ posting: Posting?) -> String {
    guard let posting, let batch = lastBatch else { return "no posting yet" }
    return "last posting in batch \(batchCount) (\(batch.kind)): \(posting)"
  }
}
