extension CausalForest {
  /// The branching ratio of the forest.
  ///
  /// - Parameters:
  ///   - range: The nodes to count; nil for all. Whole cascades only: a step's nodes are contiguous.
  ///   - confidence: The interval's level.
  /// - Returns: The estimate; zero in an empty forest.
  /// - Complexity: O(nodes).
  public func branchingRatio(
    in range: Range<Int>? = nil,
    confidence: Double = 0.95
  ) -> BranchingRatio {
    let selected = nodes[range ?? nodes.indices]
    var rootMove = 0.0
    for node in selected where node.kind.isRoot { rootMove += abs(node.logMove) }
    return BranchingRatio(
      rootMove: rootMove,
      forcedMoves: selected.lazy.filter { !$0.kind.isRoot }.map { abs($0.logMove) },
      confidence: confidence
    )
  }
}
