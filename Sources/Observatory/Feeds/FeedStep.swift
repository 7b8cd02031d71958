public import Quantities

/// A length of bar that a topic offers, such as `1h`.
public struct FeedStep: Hashable, Sendable {
  /// The name in series.
  public let name: String
  /// The length of a bar.
  public let length: Duration

  /// Creates a step from a name such as `5m`, `4h` or `1d`; any other text traps.
  public init(_ name: String) {
    guard let length = try? Duration(parsing: name) else {
      preconditionFailure("not a length of time: \(name)")
    }
    self.name = name
    self.length = length
  }

  /// The usual lengths of bars.
  public static let bars = ["1m", "5m", "15m", "1h", "4h", "1d"].map(FeedStep.init)

  /// The start of the bar that contains an instant, for lengths that divide a day.
  func start(containing instant: Instant) -> Instant {
    let length = length.microseconds
    let offset = instant.microseconds % length
    return Instant(microseconds: instant.microseconds - (offset < 0 ? offset + length : offset))
  }
}
