/// The place of a published figure in its world.
public struct FigureID: Hashable, Sendable {
  /// The place, in the order of first mention.
  public let index: Int
}
