/// Which trade forced which: every node has a parent below its own id, and roots have none.
///
/// The parent of a liquidation is the node whose price impact carried the mark across the position's
/// trigger: one sale that uncovers several positions is the parent of them all; positions uncovered
/// by news have the news as parent. The parent of an auto-deleveraging is the liquidation it
/// serves.
public struct CausalForest: Hashable, Sendable {
  /// All nodes; the id is the index.
  public private(set) var nodes: [CausalNode] = []
  /// The forced trades in order.
  public private(set) var trades: [CascadeTrade] = []
  /// The labels of those roots that are labelled orders, by rising node.
  public private(set) var rootLabels: [RootLabel] = []

  /// Creates an empty forest.
  public init() {}

  mutating func addRoot(_ kind: CausalNode.Kind, logMove: Double = 0) -> Int32 {
    let id = Int32(nodes.count)
    nodes.append(
      CausalNode(
        parent: ForcedTrade.noParent,
        depth: 0,
        kind: kind,
        tradeIndex: -1,
        logMove: logMove
      )
    )
    return id
  }

  /// The id that the next node will get.
  var nextID: Int32 { Int32(nodes.count) }

  mutating func addRoot(_ kind: CausalNode.Kind, logMove: Double, label: Int32) -> Int32 {
    let id = addRoot(kind, logMove: logMove)
    rootLabels.append(RootLabel(node: id, label: label))
    return id
  }

  mutating func add(_ kind: CausalNode.Kind, _ trade: CascadeTrade, logMove: Double = 0) {
    let parent = trade.trade.parent
    nodes.append(
      CausalNode(
        parent: parent,
        depth: nodes[Int(parent)].depth + 1,
        kind: kind,
        tradeIndex: Int32(trades.count),
        logMove: logMove
      )
    )
    trades.append(trade)
  }

  /// Forgets all nodes, keeping the memory.
  public mutating func removeAll() {
    nodes.removeAll(keepingCapacity: true)
    trades.removeAll(keepingCapacity: true)
    rootLabels.removeAll(keepingCapacity: true)
  }

  /// The chain of causes from a node back to its root, the node first.
  ///
  /// - Parameter id: A node's id.
  /// - Returns: Ids, strictly decreasing; empty if there is no such node.
  public func chain(from id: Int32) -> [Int32] {
    var chain: [Int32] = []
    var current = id
    while nodes.indices.contains(Int(current)) {
      chain.append(current)
      current = nodes[Int(current)].parent
    }
    return chain
  }

  /// The forced nodes that no chain leads back to a root: always zero, or the engine is wrong.
  ///
  /// - Complexity: O(nodes).
  public var orphanCount: Int {
    var reaches = Array(repeating: false, count: nodes.count)
    var orphans = 0
    for (id, node) in nodes.enumerated() {
      if node.kind.isRoot {
        reaches[id] = node.parent == ForcedTrade.noParent
      } else {
        reaches[id] = node.parent >= 0 && Int(node.parent) < id && reaches[Int(node.parent)]
      }
      if !reaches[id] { orphans += 1 }
    }
    return orphans
  }
}
