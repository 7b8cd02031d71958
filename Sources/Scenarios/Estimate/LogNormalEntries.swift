public import Exchange
public import Statistics

/// Entry prices around a median, without a price history: `model.md` §2.1.
public struct LogNormalEntries: EntrySource {
  private let price: Double
  private let median: Double
  private let spread: Double

  /// Creates a source.
  ///
  /// - Parameters:
  ///   - price: The price of the state; a position is open if its liquidation price is beyond it.
  ///   - premium: Natural logarithm of the median entry over the price.
  ///   - spread: Standard deviation of log entries.
  public init(price: Double, premium: Double, spread: Double) {
    self.price = price
    median = price * Libm.exponential(premium)
    self.spread = spread
  }

  /// Draws a lognormal entry price.
  public func entry(
    side: OrderSide,
    leverage: Double,
    maintenanceRate: Double,
    using stream: inout Stream
  ) -> Double? {
    let entry = median * Libm.exponential(spread * stream.nextNormal())
    let ratio = liquidationRatio(
      side: side,
      leverage: leverage,
      maintenanceRate: maintenanceRate
    )
    let isOpen =
      side == .buy
      ? entry * ratio < price * (1 - leastOpeningDistance)
      : entry * ratio > price * (1 + leastOpeningDistance)
    return isOpen ? entry : nil
  }
}
