public import Quantities

/// What venues reported as liquidated in one bar: a lower bound of what was.
///
/// Venues publish at most one order per symbol and second since 27 April 2021, so the level before and
/// after are not comparable: ``regime`` tells them apart.
public struct ReportedLiquidations: Hashable, Sendable {
  /// The start of the bar.
  public let start: Instant
  /// When the report could first be known.
  public let knowableAt: Instant
  /// Liquidated longs, US dollars.
  public let long: Double
  /// Liquidated shorts, US dollars.
  public let short: Double
  /// The number of the reporting regime: levels are comparable within one only.
  public let regime: Int

  /// Creates a report.
  public init(start: Instant, knowableAt: Instant, long: Double, short: Double, regime: Int) {
    self.start = start
    self.knowableAt = knowableAt
    self.long = long
    self.short = short
    self.regime = regime
  }

  /// From here on Binance publishes at most one order per symbol and second.
  public static let censoringStart = Instant(startOf: Day(daysSince1970: 18_744))
}
