public import Exchange

/// The margin check both books are given: a fixed rule that needs no state.
public enum ReferenceMargin {
  /// The check on entry.
  public static func admits(entry order: Order) -> Bool { order.id % 53 != 7 }
  /// The check at the match.
  public static func admits(maker: RestingOrder, filling quantity: Int64) -> Bool {
    (maker.id &* 7 &+ UInt64(quantity)) % 31 != 3
  }
}
