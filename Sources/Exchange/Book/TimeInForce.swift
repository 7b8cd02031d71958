/// What becomes of the part of an order that does not trade on arrival.
public enum TimeInForce: UInt8, Sendable, Hashable, CaseIterable {
  /// Rests until it is filled or cancelled.
  case goodTillCancelled
  /// The remainder is cancelled.
  case immediateOrCancel
  /// All of it trades on arrival, or nothing does.
  case fillOrKill
}
