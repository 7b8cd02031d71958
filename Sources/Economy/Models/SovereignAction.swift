/// What a sovereign does with its coins in one month.
public enum SovereignAction: Int, CaseIterable, Hashable, Sendable {
  /// Buys one trade's size.
  case buy
  /// Does nothing.
  case hold
  /// Sells one trade's size.
  case sell

  /// a, the sign of the trade: 1, 0 or −1.
  public var direction: Int { 1 - rawValue }
}
