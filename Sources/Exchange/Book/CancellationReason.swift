/// Why quantity left an order without a trade.
public enum CancellationReason: UInt8, Sendable, Hashable, CaseIterable {
  /// The owner, or a caller on the owner's behalf, asked for it.
  case requested
  /// The remainder of a market or immediate-or-cancel order.
  case immediateRemainder
  /// A fill-or-kill order that could not be filled in full.
  case fillOrKill
  /// Self-trade prevention.
  case selfTrade
  /// A reduce-only order exceeded the position it may reduce.
  case reduceOnly
  /// The maker's margin check at the match failed.
  case marginInsufficient
  /// A liquidation of the account removes its resting orders first.
  case liquidation
}
