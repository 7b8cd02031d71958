public import Quantities

/// How many requests a source bears: `count` in `interval`, on average and at once.
public struct RateLimit: Hashable, Sendable {
  /// The number of requests.
  public let count: Int
  /// In this time.
  public let interval: Duration

  /// Creates a limit of `count` requests in `interval`.
  public init(_ count: Int, per interval: Duration) {
    precondition(count > 0 && interval > .zero, "a limit must let something through")
    self.count = count
    self.interval = interval
  }
}
