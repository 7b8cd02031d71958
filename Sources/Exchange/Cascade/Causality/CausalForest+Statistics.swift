extension CausalForest {
  /// The shape of the trees.
  public struct Statistics: Hashable, Sendable {
    /// Nodes that nothing forced.
    public let rootCount: Int
    /// Nodes that something forced.
    public let forcedCount: Int
    /// The longest chain of causes.
    public let depthMax: Int
    /// The size of the largest tree, its root included.
    public let treeSizeMax: Int
    /// The largest number of direct effects of one node.
    public let offspringMax: Int
  }

  /// The shape of the trees.
  ///
  /// - Complexity: O(nodes).
  public var statistics: Statistics {
    var offspring = [Int](repeating: 0, count: nodes.count)
    var sizes = [Int](repeating: 1, count: nodes.count)
    var (roots, depth, largest) = (0, 0, 0)
    // Parents precede children: backwards, every subtree is complete when it joins its parent.
    for id in nodes.indices.reversed() {
      let node = nodes[id]
      depth = max(depth, Int(node.depth))
      if node.kind.isRoot {
        roots += 1
        largest = max(largest, sizes[id])
      } else {
        sizes[Int(node.parent)] += sizes[id]
        offspring[Int(node.parent)] += 1
      }
    }
    return Statistics(
      rootCount: roots,
      forcedCount: nodes.count - roots,
      depthMax: depth,
      treeSizeMax: largest,
      offspringMax: offspring.max() ?? 0
    )
  }
}
