/// The number of an event in a world's ``CauseGraph``; parents have lower numbers than children.
public struct CauseID: Hashable, Sendable, Comparable {
  /// The place in the graph; −1 for nothing.
  public let index: Int32

  /// Creates a number.
  public init(index: Int32) {
    self.index = index
  }

  /// No cause.
  public static let none = CauseID(index: -1)

  /// Orders by time of entry.
  public static func < (lhs: CauseID, rhs: CauseID) -> Bool { lhs.index < rhs.index }
}
