public import Quantities

/// A price feed that publishes with a delay, and only when the price has moved enough.
///
/// An observation is published if it deviates from the last published one by at least the threshold,
/// or if the heartbeat has elapsed; it takes effect after the delay.
public struct DelayedOracle: Hashable, Sendable {
  /// The time between a publication and its effect.
  public let delay: Duration
  /// The smallest relative move that is published.
  public let deviationThreshold: Rate
  /// The longest time without a publication; `nil` for none.
  public let heartbeat: Duration?
  private var effective: Price?
  private var pending: [Publication] = []
  private var lastPublished: Publication?

  private struct Publication: Hashable {
    var time: Instant
    var price: Price
  }

  /// Creates a feed without a price.
  public init(delay: Duration, deviationThreshold: Rate, heartbeat: Duration? = nil) {
    precondition(delay.microseconds >= 0, "a delay must not be negative")
    precondition(deviationThreshold.parts >= 0, "a threshold must not be negative")
    self.delay = delay
    self.deviationThreshold = deviationThreshold
    self.heartbeat = heartbeat
  }

  /// Observes the market price at an instant; instants must not go back.
  ///
  /// - Returns: Whether the observation is published.
  @discardableResult
  public mutating func observe(_ price: Price, at now: Instant) -> Bool {
    precondition(price.units > 0, "an oracle price must be positive: \(price.units)")
    advance(to: now)
    if let last = lastPublished {
      precondition(now >= last.time, "an oracle's clock must not go back")
      let move = Int128(price.units) - Int128(last.price.units)
      let isLarge =
        Int128(move.magnitude) * Int128(Rate.partsPerOne)
        >= Int128(last.price.units) * Int128(deviationThreshold.parts)
      let isDue = heartbeat.map { now - last.time >= $0 } ?? false
      guard isDue || (isLarge && move != 0) else { return false }
    }
    lastPublished = Publication(time: now, price: price)
    if effective == nil, pending.isEmpty {
      effective = price
    } else {
      pending.append(Publication(time: now + delay, price: price))
      advance(to: now)
    }
    return true
  }

  /// The price in effect at an instant, or `nil` before the first observation.
  public mutating func price(at now: Instant) -> Price? {
    advance(to: now)
    return effective
  }

  private mutating func advance(to now: Instant) {
    while let first = pending.first, first.time <= now {
      effective = first.price
      pending.removeFirst()
    }
  }
}
