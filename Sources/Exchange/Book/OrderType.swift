/// Whether an order names the worst price it accepts.
public enum OrderType: UInt8, Sendable, Hashable, CaseIterable {
  /// Trades at its price or better.
  case limit
  /// Trades at any price, within its protective limit and the price band; never rests.
  case market
}
