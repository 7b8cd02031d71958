/// What a file changed in a store.
public struct Insertion: Hashable, Sendable {
  /// Whether the same bytes were there already, so that nothing changed.
  public let isRepeated: Bool
  /// The series the file speaks of, in the order given.
  public let series: [SeriesID]
  /// Values of times that had none.
  public let addedCount: Int
  /// Values that differ from what was known before them, kept beside it.
  public let revisedCount: Int
  /// Values that were known already.
  public let unchangedCount: Int
}
