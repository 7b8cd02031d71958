/// Why a venue refused a command; a refused command changes nothing.
public enum CommandRefusal: UInt8, Sendable, Hashable, CaseIterable {
  /// The account is not open, or is the venue's own.
  case accountUnknown
  /// The asset is not listed.
  case assetUnknown
  /// The contract is not listed, or has been settled.
  case contractUnknown
  /// The slot does not belong to the account's position mode.
  case slotMismatch
  /// An amount or price must be positive, and not larger than the venue can book.
  case amountOutOfRange
  /// The balance does not suffice.
  case balanceInsufficient
  /// Margin does not allow it.
  case marginInsufficient
  /// The position is not flat, or orders are open.
  case positionOpen
  /// The leverage is above what the market allows.
  case leverageTooHigh
  /// Order numbers with the highest bit set are the venue's own.
  case orderReserved
  /// The order is not the account's own, or not alive.
  case orderUnknown
  /// Hedge mode has no reduce-only orders: the slot says what an order closes.
  case reduceOnlyInHedgeMode
  /// The market has no mark price yet.
  case markMissing
  /// The mark of this market follows a rule and is not set by command.
  case markNotExternal
  /// The index of this market is made of constituents, or has no rule that would make it.
  case indexNotAsRuled
  /// The funding of this market follows a rule, or has none to follow.
  case fundingNotAsRuled
}
