/// Which node carried the mark across each level, for one direction.
///
/// Levels count so that the mark's way across a trigger is down. Entries are the running minima of
/// the mark, each with the node that reached it; a rise takes back what it uncrosses.
package struct CrossingStack: Sendable {
  /// Creates a stack that must be reset before it is used.
  package init() {}

  private var levels: [Int32] = []
  private var nodes: [Int32] = []
  private var cursor = 0

  /// Begins a step: every level at or above the mark has been crossed before.
  package mutating func reset(level: Int32, node: Int32) {
    levels.removeAll(keepingCapacity: true)
    nodes.removeAll(keepingCapacity: true)
    levels.append(level)
    nodes.append(node)
    cursor = 0
  }

  /// Moves the mark by a node.
  @inline(__always)
  package mutating func record(level: Int32, node: Int32) {
    let top = levels[levels.count - 1]
    if level < top {
      levels.append(level)
      nodes.append(node)
    } else if level > top {
      uncross(to: level)
    }
  }

  private mutating func uncross(to level: Int32) {
    var last: Int32 = nodes[nodes.count - 1]
    while let top = levels.last, top < level {
      last = nodes[nodes.count - 1]
      levels.removeLast()
      nodes.removeLast()
    }
    if levels.last != level {
      levels.append(level)
      nodes.append(last)
    }
    cursor = min(cursor, levels.count - 1)
  }

  /// The node whose move crossed a level that the mark is now at or below.
  @inline(__always)
  package mutating func node(crossing level: Int32) -> Int32 {
    while cursor > 0 && levels[cursor - 1] <= level { cursor -= 1 }
    while cursor + 1 < levels.count && levels[cursor] > level { cursor += 1 }
    return nodes[cursor]
  }
}
