/// What is liquidated together: an isolated position, or everything that one wallet backs.
public enum LiquidationScope: Hashable, Sendable {
  /// All cross positions that settle in one asset.
  case cross(AssetID)
  /// One isolated position.
  case isolated(ContractID, PositionSlot)

  /// A number that orders the scopes of one account: cross first, then by contract and slot.
  var order: UInt64 {
    switch self {
    case .cross(let asset): UInt64(asset)
    case .isolated(let contract, let slot):
      1 << 40 | UInt64(contract) << 2 | UInt64(slot.rawValue)
    }
  }
}
