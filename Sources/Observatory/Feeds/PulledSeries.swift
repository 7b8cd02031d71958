public import Quantities

/// What one reply brought for one series.
public struct PulledSeries: Hashable, Sendable {
  /// The series.
  public let description: SeriesDescription
  /// The time of its first value.
  public let first: Instant
  /// The time of its last value.
  public let last: Instant
  /// How many values came.
  public let count: Int
  /// The reply.
  public let provenance: SeriesProvenance
}
