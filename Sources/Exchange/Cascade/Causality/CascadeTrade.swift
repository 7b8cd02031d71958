/// A forced trade with what the tables by owner and leverage need.
public struct CascadeTrade: Hashable, Sendable {
  /// The trade; its account is the position's number, for a socialised loss the owner class.
  public let trade: ForcedTrade
  /// Whose it was.
  public let ownerClass: UInt8
  /// The position's leverage label.
  public let leverageBand: UInt8
}
