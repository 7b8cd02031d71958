public import Quantities

/// A time that is known to be left out of a data set, such as a window held out for a test.
public struct SeriesGap: Hashable, Sendable {
  /// The first instant left out.
  public let start: Instant
  /// The first instant after it.
  public let end: Instant
  /// Why, in the words of the catalogue.
  public let reason: String

  /// Creates a gap.
  public init(start: Instant, end: Instant, reason: String) {
    self.start = start
    self.end = end
    self.reason = reason
  }
}
