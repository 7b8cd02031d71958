import Exchange
import Quantities

/// The tree of a causal forest in which most was forced: one root and everything it led to.
struct LargestTree {
  /// The nodes, parents before their children.
  let nodes: [FigureNode]

  /// Finds the tree with the most nodes; of equals, the first.
  ///
  /// - Complexity: O(nodes).
  init(of forest: CausalForest) {
    var roots: [Int] = []
    var counts = [Int](repeating: 0, count: forest.nodes.count)
    for (id, node) in forest.nodes.enumerated() {
      roots.append(node.parent >= 0 ? roots[Int(node.parent)] : id)
      counts[roots[id]] += 1
    }
    let largest = counts.indices.max { (counts[$0], -$0) < (counts[$1], -$1) }
    nodes = forest.nodes.indices.filter { roots[$0] == largest }.map { id in
      let node = forest.nodes[id]
      return FigureNode(
        id: id,
        parent: node.parent >= 0 ? Int(node.parent) : nil,
        kind: node.kind.label,
        size: LargestTree.notional(of: node, in: forest)
      )
    }
  }

  /// What a node traded, US dollars; a root traded nothing that was forced.
  private static func notional(of node: CausalNode, in forest: CausalForest) -> Double {
    guard node.tradeIndex >= 0 else { return 0 }
    return Asset.usd.value(of: forest.trades[Int(node.tradeIndex)].trade.fillNotional)
  }
}

extension CausalNode.Kind {
  /// The name on a figure.
  var label: String {
    switch self {
    case .news: "news"
    case .exogenousOrder: "outflow"
    case .standingState: "standing state"
    case .voluntaryOrder: "voluntary order"
    case .liquidation: "liquidation"
    case .autoDeleveraging: "auto-deleveraging"
    case .socialisation: "socialised loss"
    }
  }
}
