/// One event of a causal tree, such as a forced sale and what caused it.
public struct FigureNode: Hashable, Sendable {
  /// The name of the event, different for each.
  public let id: Int
  /// The event that caused it; nil for a root.
  public let parent: Int?
  /// The kind of event, which is its colour.
  public let kind: String
  /// How large it was, in the unit of the figure; not negative.
  public let size: Double

  /// Creates a node.
  public init(id: Int, parent: Int?, kind: String, size: Double) {
    precondition(size >= 0, "the size of a node is not negative: \(size)")
    self.id = id
    self.parent = parent
    self.kind = kind
    self.size = size
  }
}
