public import Quantities

/// A number with the time it describes and the time it could be known.
public struct DatedValue: Hashable, Sendable {
  /// The time the number describes: the start of its period.
  public let time: Instant
  /// When it could first be known.
  public let knowableAt: Instant
  /// The number.
  public let value: Double

  /// Creates a dated value.
  public init(time: Instant, knowableAt: Instant, value: Double) {
    self.time = time
    self.knowableAt = knowableAt
    self.value = value
  }
}

/// Values in order of time, read one after another as they become known.
struct DatedCursor: Sendable {
  private let values: [DatedValue]
  private var next = 0
  /// The newest value that was known at the last instant asked for.
  private(set) var current: DatedValue?

  init(_ values: [DatedValue]) { self.values = values }

  /// Moves to the newest value known at `instant`; instants must not go back.
  ///
  /// A value that became known out of order waits for those before it.
  mutating func move(to instant: Instant) {
    while next < values.count, values[next].knowableAt <= instant {
      current = values[next]
      next += 1
    }
  }
}
