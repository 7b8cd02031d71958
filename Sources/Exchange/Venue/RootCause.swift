/// What starts a chain of forced trades.
public enum RootCause: UInt8, Sendable, Hashable, CaseIterable {
  /// A mark, index or collateral price moved from outside.
  case price
  /// A funding payment.
  case funding
  /// An account's own order.
  case order
  /// A withdrawal, a margin transfer, a settlement or another command.
  case command
}
