public import Quantities

/// A bucket of tokens that fills evenly; each request takes one, or waits for it.
public struct RateLimiter: Hashable, Sendable {
  private let limit: RateLimit
  /// When the bucket would be full again.
  private var fullAt: Instant?

  /// Creates a full bucket.
  public init(_ limit: RateLimit) { self.limit = limit }

  /// Takes one token.
  ///
  /// - Returns: How long to wait until the token is there; the token is taken already.
  public mutating func take(at now: Instant) -> Duration {
    let spacing = limit.interval.microseconds / Int64(limit.count)
    let start = max(fullAt ?? now, now)
    let next = start + Duration(microseconds: spacing)
    fullAt = next
    // The bucket holds `count` tokens: it may be empty by that much before anyone waits.
    let overdue = (next - now).microseconds - spacing * Int64(limit.count)
    return Duration(microseconds: max(0, overdue))
  }
}
