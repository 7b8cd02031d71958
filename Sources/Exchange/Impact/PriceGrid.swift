public import Quantities
import Statistics

/// The ticks of a market, and the door from behaviour to exact prices.
///
/// Inside the price engines a price is a natural logarithm; here it becomes an integer multiple of
/// the tick. The least price is one tick: no rounding makes an asset free.
///
///     let grid = PriceGrid(scale: scale, tickUnits: 10_000)   // 1 USD at four decimals
///     grid.price(ofLog: log(85_129.43))                       // 85 129 USD
public struct PriceGrid: Hashable, Sendable {
  /// The scale that says what one price unit is.
  public let scale: TradeScale
  /// The tick in price units.
  public let tickUnits: Int64
  /// The tick in quote currency per unit of base.
  public let tickSize: Double

  /// Creates the grid of a market.
  ///
  /// - Parameters:
  ///   - scale: The market's scale.
  ///   - tickUnits: Positive.
  public init(scale: TradeScale, tickUnits: Int64) {
    precondition(tickUnits > 0, "a tick must be positive: \(tickUnits)")
    self.scale = scale
    self.tickUnits = tickUnits
    tickSize = scale.value(of: Price(tickUnits))
  }

  /// The price nearest to a log price, ties to the even tick.
  ///
  /// - Parameter logPrice: Below the log of 2⁶³ price units.
  /// - Returns: A multiple of the tick, at least one tick.
  public func price(ofLog logPrice: Double) -> Price {
    price(ofLog: logPrice, .toNearestOrEven)
  }

  /// The price on the grid that a taker pays (rounded up) or is paid (rounded down).
  ///
  /// - Parameters:
  ///   - logPrice: Below the log of 2⁶³ price units.
  ///   - isBuy: Whether the taker buys.
  /// - Returns: A multiple of the tick, at least one tick.
  public func takerPrice(ofLog logPrice: Double, isBuy: Bool) -> Price {
    price(ofLog: logPrice, isBuy ? .up : .down)
  }

  /// The log of a price.
  ///
  /// - Parameter price: Positive.
  /// - Returns: ln of the price in quote currency per unit of base.
  public func log(of price: Price) -> Double {
    precondition(price.units > 0, "a price without a logarithm: \(price.units)")
    return Libm.log(scale.value(of: price))
  }

  private func price(ofLog logPrice: Double, _ rule: FloatingPointRoundingRule) -> Price {
    // A price that lies on the grid must survive exp(log(p)): errors of a few ulp are below this.
    let ticks = Libm.exp(logPrice) / tickSize
    let nearest = ticks.rounded(.toNearestOrEven)
    let isOnGrid = abs(ticks - nearest) <= 1e-12 * ticks
    let steps = isOnGrid ? nearest : ticks.rounded(rule)
    precondition(steps < 0x1p62 / Double(tickUnits), "a price beyond 64 bits: log \(logPrice)")
    return Price(max(1, Int64(steps)) * tickUnits)
  }
}
