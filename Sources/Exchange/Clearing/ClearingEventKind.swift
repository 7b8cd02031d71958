/// Why a batch was posted.
public enum ClearingEventKind: UInt8, Sendable, Hashable, CaseIterable {
  /// Cash comes in from outside.
  case deposit
  /// Cash leaves to the outside.
  case withdrawal
  /// Two accounts trade a contract.
  case trade
  /// An account pays a fee or receives a rebate.
  case fee
  /// Margin moves between a wallet and an isolated position.
  case marginTransfer
  /// Longs and shorts pay each other.
  case funding
  /// A dated future is closed at its settlement price.
  case settlement
  /// An account's long and short positions in one contract are netted.
  case netting
  /// The liquidation engine takes a position over at its bankruptcy value.
  case takeover
  /// A position is closed against a counterparty at the bankruptcy value.
  case autoDeleveraging
  /// The insurance fund receives a surplus or pays a shortfall.
  case insurance
  /// Collateral is exchanged for the settlement asset.
  case collateralSale
  /// Participants bear a loss that the fund could not.
  case socialisation
  /// A loss that nobody covered is booked as such.
  case uncoveredLoss
}
