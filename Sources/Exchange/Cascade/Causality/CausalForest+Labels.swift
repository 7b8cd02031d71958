extension CausalForest {
  /// The root from which a node descends, a root itself.
  ///
  /// - Parameter id: A node's id.
  /// - Returns: The root's id; nil if there is no such node.
  /// - Complexity: O(depth).
  public func root(of id: Int32) -> Int32? {
    guard nodes.indices.contains(Int(id)) else { return nil }
    var current = id
    while nodes[Int(current)].parent != ForcedTrade.noParent {
      current = nodes[Int(current)].parent
    }
    return current
  }

  /// The label of the order from which a node descends.
  ///
  /// - Parameter id: A node's id.
  /// - Returns: Nil where the root is no labelled order (news, a standing state) or there is no such
  ///   node.
  /// - Complexity: O(depth + log labels).
  public func rootLabel(of id: Int32) -> Int32? {
    root(of: id).flatMap { label(ofRoot: $0) }
  }

  /// The label of a root.
  ///
  /// - Parameter id: A root's id.
  /// - Returns: Nil for any node that is no labelled order.
  /// - Complexity: O(log labels).
  public func label(ofRoot id: Int32) -> Int32? {
    var (low, high) = (0, rootLabels.count)
    while low < high {
      let middle = (low + high) / 2
      if rootLabels[middle].node < id { low = middle + 1 } else { high = middle }
    }
    guard low < rootLabels.count, rootLabels[low].node == id else { return nil }
    return rootLabels[low].label
  }

  /// The roots of all nodes of a range at once, for tables by cause.
  ///
  /// - Parameter range: Whole trees, such as ``CascadeBatchOutcome/nodeRange``.
  /// - Returns: One root id per node, in the order of the range.
  /// - Complexity: O(range).
  public func roots(in range: Range<Int>) -> [Int32] {
    var roots: [Int32] = []
    roots.reserveCapacity(range.count)
    for id in range {
      let parent = nodes[id].parent
      guard parent != ForcedTrade.noParent else {
        roots.append(Int32(id))
        continue
      }
      precondition(Int(parent) >= range.lowerBound, "node \(id) descends from before \(range)")
      roots.append(roots[Int(parent) - range.lowerBound])
    }
    return roots
  }
}
