public import Quantities

/// One hour of a market: its prices, what was traded, and when that could be known.
public struct MarketHour: Hashable, Sendable {
  /// The start of the hour.
  public let start: Instant
  /// When the whole bar could first be known.
  public let knowableAt: Instant
  /// First price.
  public let open: Double
  /// Highest price.
  public let high: Double
  /// Lowest price.
  public let low: Double
  /// Last price.
  public let close: Double
  /// Traded volume in units of the asset.
  public let volume: Double

  /// Creates an hour; traps on prices that are not positive or out of order.
  public init(
    start: Instant,
    knowableAt: Instant,
    open: Double,
    high: Double,
    low: Double,
    close: Double,
    volume: Double
  ) {
    precondition(
      0 < low && low <= min(open, close) && high >= max(open, close),
      "prices out of order at \(start): \(open), \(high), \(low), \(close)"
    )
    self.start = start
    self.knowableAt = knowableAt
    self.open = open
    self.high = high
    self.low = low
    self.close = close
    self.volume = volume
  }
}
