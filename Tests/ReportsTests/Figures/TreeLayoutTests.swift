import Testing

@testable import Reports

@Suite("TreeLayout")
struct TreeLayoutTests {
  @Test("parents stand at the middle of their children, one generation to the left")
  func places() {
    let layout = TreeLayout(SampleFigures.nodes, nodeCountMax: 100)
    #expect(layout.places.map(\.node.id) == [10, 11, 12, 13, 14, 15])
    #expect(layout.places.map(\.generation) == [0, 1, 1, 2, 2, 2])
    #expect(layout.places.map(\.row) == [1.25, 0.5, 2, 0, 1, 2])
    #expect(layout.hiddenCount == 0)
  }

  @Test("of a large forest the largest branches are kept, connected, and the rest is counted")
  func prunes() {
    let layout = TreeLayout(SampleFigures.nodes, nodeCountMax: 3)
    #expect(layout.places.map(\.node.id) == [10, 11, 13])
    #expect(layout.hiddenCount == 3)
    #expect(layout.places.map(\.hiddenCount) == [2, 1, 0])
  }

  @Test("random forests keep their promises", arguments: 0..<100)
  func keepsPromises(seed: Int) {
    var state = UInt64(seed) &* 0x9e37_79b9_7f4a_7c15 | 1
    func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(limit))
    }
    let nodes = (0..<1 + next(60)).map { index in
      FigureNode(
        id: index,
        parent: index == 0 || next(8) == 0 ? nil : next(index),
        kind: "k",
        size: Double(next(5))
      )
    }
    let roots = nodes.count { $0.parent == nil }
    let layout = TreeLayout(nodes, nodeCountMax: max(roots, 20))
    let kept = Set(layout.places.map(\.node.id))
    #expect(kept.count == min(nodes.count, max(roots, 20)), "seed \(seed)")
    #expect(layout.places.allSatisfy { $0.node.parent.map(kept.contains) ?? true }, "seed \(seed)")
    #expect(layout.places.reduce(0) { $0 + $1.hiddenCount } == layout.hiddenCount, "seed \(seed)")
    let spots = layout.places.map { "\($0.generation) \($0.row)" }
    #expect(Set(spots).count == spots.count, "seed \(seed)")
  }

  @Test("a chain of many generations needs no deep stack")
  func survivesDepth() {
    let nodes = (0..<100_000).map {
      FigureNode(id: $0, parent: $0 == 0 ? nil : $0 - 1, kind: "k", size: 1)
    }
    #expect(TreeLayout(nodes, nodeCountMax: 100_000).places.last?.generation == 99_999)
  }
}
