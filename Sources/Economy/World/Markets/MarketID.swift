/// The place of a market in its world.
public struct MarketID: Hashable, Sendable, Comparable {
  /// The place, in the order of names.
  public let index: Int

  /// Orders by place.
  public static func < (lhs: MarketID, rhs: MarketID) -> Bool { lhs.index < rhs.index }
}
