public import Quantities

/// What a store holds of one series.
public struct SeriesSummary: Hashable, Sendable {
  /// What is known about the series.
  public let description: SeriesDescription
  /// The time of the oldest value; nil if there is none.
  public let first: Instant?
  /// The time of the newest value; nil if there is none.
  public let last: Instant?
  /// The number of values kept, revisions included.
  public let count: Int
  /// SHA-256 of the files that gave values, in the order of their import.
  public let sha256: [String]
}
