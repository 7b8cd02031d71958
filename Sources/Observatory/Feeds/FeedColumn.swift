/// One number that a topic of a source gives.
public struct FeedColumn: Hashable, Sendable {
  /// The name in series, such as `close` or `percentile_99`.
  public let name: String
  /// The unit of the values as published; nothing is converted.
  public let unit: String
  /// What the values are, in a sentence.
  public let title: String

  /// Creates a column.
  public init(_ name: String, unit: String, _ title: String) {
    self.name = name
    self.unit = unit
    self.title = title
  }
}
