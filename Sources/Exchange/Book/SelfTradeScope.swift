/// Whose orders count as one's own in self-trade prevention.
public enum SelfTradeScope: UInt8, Sendable, Hashable, CaseIterable {
  /// Orders of the same account.
  case account
  /// Orders of the same account or of an account in the same trade group; group 0 is no group.
  case tradeGroup
}
