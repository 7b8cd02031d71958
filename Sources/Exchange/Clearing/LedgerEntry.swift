/// The place in an account to which an amount is posted.
public enum LedgerEntry: Hashable, Sendable {
  /// Free cash or collateral of one asset.
  case wallet(AssetID)
  /// Margin set aside for one position, in the contract's settlement asset.
  case isolatedMargin(ContractID, PositionSlot)
  /// Minus the entry value of one position, in the contract's settlement asset: what has been
  /// promised against the position and is not yet cash.
  case openValue(ContractID, PositionSlot)
  /// The signed size of one position, counted in the contract itself.
  case size(ContractID, PositionSlot)
}

extension LedgerEntry: CustomStringConvertible {
  /// One phrase for a person.
  public var description: String {
    switch self {
    case .wallet(let asset): "wallet of asset \(asset)"
    case .isolatedMargin(let contract, let slot): "isolated margin of contract \(contract) \(slot)"
    case .openValue(let contract, let slot): "open value of contract \(contract) \(slot)"
    case .size(let contract, let slot): "size of contract \(contract) \(slot)"
    }
  }
}
