/// Places the nodes of a forest: generations from left to right, each parent at the middle of its
/// children, no two leaves at one height.
///
/// Of a large forest the nodes with the largest size below and including them are kept; the rest of
/// each parent's children is counted beside it.
struct TreeLayout {
  /// One node with its place.
  struct Place {
    let node: FigureNode
    /// Steps from the root.
    let generation: Int
    /// The height, in leaves from the top.
    let row: Double
    /// The number of this node's descendants that are not shown.
    let hiddenCount: Int
  }

  /// The places of the nodes kept, parents before their children.
  let places: [Place]
  /// The number of nodes that are not shown.
  let hiddenCount: Int

  /// Lays a forest out.
  ///
  /// - Parameters:
  ///   - nodes: Parents before their children; a parent that does not come before traps.
  ///   - nodeCountMax: The number of nodes to keep, at least the number of roots.
  /// - Complexity: O(nodes log nodes).
  init(_ nodes: [FigureNode], nodeCountMax: Int) {
    var indices: [Int: Int] = [:]
    var parents: [Int?] = []
    for (index, node) in nodes.enumerated() {
      precondition(
        indices.updateValue(index, forKey: node.id) == nil,
        "two nodes have the id \(node.id)"
      )
      parents.append(
        node.parent.map { parent in
          guard let place = indices[parent], place < index else {
            preconditionFailure("node \(node.id) stands before its parent \(parent)")
          }
          return place
        }
      )
    }
    let kept = Self.kept(nodes, parents, nodeCountMax: nodeCountMax)
    let hidden = Self.hiddenCounts(kept, parents)
    let rows = Self.rows(kept, parents)
    var generations: [Int] = []
    var places: [Place] = []
    for (index, node) in nodes.enumerated() {
      generations.append(parents[index].map { generations[$0] + 1 } ?? 0)
      guard kept[index] else { continue }
      places.append(
        Place(
          node: node,
          generation: generations[index],
          row: rows[index],
          hiddenCount: hidden[index]
        )
      )
    }
    self.places = places
    hiddenCount = nodes.count - places.count
  }

  /// Keeps every root and then the largest subtrees; a node is never larger than its parent's
  /// subtree, so what is kept stays connected.
  private static func kept(
    _ nodes: [FigureNode],
    _ parents: [Int?],
    nodeCountMax: Int
  ) -> [Bool] {
    var totals = nodes.map(\.size)
    for index in nodes.indices.reversed() {
      if let parent = parents[index] { totals[parent] += totals[index] }
    }
    let order = nodes.indices.sorted { left, right in
      let isRoot = (parents[left] == nil, parents[right] == nil)
      if isRoot.0 != isRoot.1 { return isRoot.0 }
      return totals[left] != totals[right] ? totals[left] > totals[right] : left < right
    }
    var kept = nodes.map { _ in false }
    for index in order.prefix(nodeCountMax) {
      kept[index] = parents[index].map { kept[$0] } ?? true
    }
    return kept
  }

  /// For each kept node, the number of its nearest hidden descendants and all below them.
  private static func hiddenCounts(_ kept: [Bool], _ parents: [Int?]) -> [Int] {
    var counts = kept.map { $0 ? 0 : 1 }
    for index in kept.indices.reversed() where !kept[index] {
      if let parent = parents[index] { counts[parent] += counts[index] }
    }
    return counts
  }

  private static func rows(_ kept: [Bool], _ parents: [Int?]) -> [Double] {
    var children: [[Int]] = kept.map { _ in [] }
    var roots: [Int] = []
    for index in kept.indices where kept[index] {
      if let parent = parents[index] { children[parent].append(index) } else { roots.append(index) }
    }
    var rows = kept.map { _ in 0.0 }
    var leafCount = 0
    // Depth first without recursion: a cascade can be thousands of generations deep.
    var stack = roots.reversed().map { (index: $0, isEntered: false) }
    while let (index, isEntered) = stack.popLast() {
      if isEntered, let first = children[index].first, let last = children[index].last {
        rows[index] = (rows[first] + rows[last]) / 2
      } else if children[index].isEmpty {
        rows[index] = Double(leafCount)
        leafCount += 1
      } else {
        stack.append((index, true))
        stack += children[index].reversed().map { ($0, false) }
      }
    }
    return rows
  }
}
