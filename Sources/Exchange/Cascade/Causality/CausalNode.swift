/// One cause or effect in a ``CausalForest``; its id is its place in the forest.
public struct CausalNode: Hashable, Sendable {
  /// What the node is.
  public enum Kind: UInt8, Hashable, Sendable, CaseIterable {
    /// Root: the value moved without a trade.
    case news
    /// Root: an order from outside that no price made.
    case exogenousOrder
    /// Root: the position was past its trigger before the step, by funding or a margin taken away.
    case standingState
    /// Root: an owner's own decision to trade.
    case voluntaryOrder
    /// A liquidated position.
    case liquidation
    /// A counterparty closed by auto-deleveraging.
    case autoDeleveraging
    /// A share of a loss nobody else covers.
    case socialisation

    /// Whether nothing forced the node.
    public var isRoot: Bool { rawValue <= Kind.voluntaryOrder.rawValue }
  }

  /// The id of the node without which this one would not be; ``ForcedTrade/noParent`` for a root.
  public let parent: Int32
  /// The number of ancestors: 0 for a root.
  public let depth: Int32
  /// What it is.
  public let kind: Kind
  /// The place of the forced trade in ``CausalForest/trades``; −1 for a root.
  public let tradeIndex: Int32
  /// The change of the log mid by this node alone.
  public internal(set) var logMove: Double
}
