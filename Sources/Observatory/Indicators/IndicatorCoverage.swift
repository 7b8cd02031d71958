public import Quantities

/// How much of the data that a value should rest on was there.
public struct IndicatorCoverage: Hashable, Sendable {
  /// The start of the window.
  public let start: Instant
  /// The end of the window.
  public let end: Instant
  /// The number of values used.
  public let count: Int
  /// The number a complete window would hold.
  public let expectedCount: Int

  /// Creates a coverage.
  public init(start: Instant, end: Instant, count: Int, expectedCount: Int) {
    self.start = start
    self.end = end
    self.count = count
    self.expectedCount = expectedCount
  }

  /// The share of the window that was there, 0 to 1; 1 for an empty window.
  public var share: Double { expectedCount == 0 ? 1 : Double(count) / Double(expectedCount) }
}
