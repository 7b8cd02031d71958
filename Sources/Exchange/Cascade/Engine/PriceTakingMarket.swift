public import Quantities
import Statistics

/// A market that no order moves: every order is filled at the mark less a flat slippage.
///
/// The mechanical cascade of engines without endogenous impact; here for comparison with them and
/// as the control in which the multiplier is one.
public struct PriceTakingMarket: Liquidity, Hashable, Sendable {
  /// Half the bid-ask spread in log units: the slippage.
  public let halfSpread: Double
  /// The grid on which prices leave.
  public let grid: PriceGrid
  /// The log of the mark.
  public private(set) var logMid: Double
  /// The mark on the grid.
  public private(set) var midPrice: Price
  /// Without effect: there is nothing to thin out.
  public var depthMultiplier: Double = 1

  private var sellPrice: Price
  private var buyPrice: Price

  /// Creates a market.
  ///
  /// - Parameters:
  ///   - mark: Positive.
  ///   - slippageFraction: The part of the price lost by each order, in 0 ..< 1.
  ///   - grid: The grid on which prices leave.
  public init(mark: Price, slippageFraction: Double, grid: PriceGrid) {
    precondition(
      slippageFraction >= 0 && slippageFraction < 1,
      "a slippage lies in 0 ..< 1: \(slippageFraction)"
    )
    self.grid = grid
    halfSpread = -Libm.log(onePlus: -slippageFraction)
    logMid = grid.log(of: mark)
    midPrice = mark
    sellPrice = mark
    buyPrice = mark
    quote()
  }

  private mutating func quote() {
    midPrice = grid.price(ofLog: logMid)
    sellPrice = grid.takerPrice(ofLog: logMid - halfSpread, isBuy: false)
    buyPrice = grid.takerPrice(ofLog: logMid + halfSpread, isBuy: true)
  }

  /// The log mid, whatever the volume.
  public func logMid(after volume: Double) -> Double { logMid }

  /// Zero.
  public func marginalImpact(after volume: Double) -> Double { 0 }

  /// Fills the whole order at the mark less the slippage.
  @inline(__always)
  public mutating func clear(_ volume: Double) -> MarketExecution {
    MarketExecution(
      requestedVolume: volume,
      volume: volume,
      averageLogPrice: volume > 0 ? logMid + halfSpread : logMid - halfSpread,
      averagePrice: volume > 0 ? buyPrice : sellPrice,
      logMidBefore: logMid,
      logMidAfter: logMid
    )
  }

  /// Changes nothing.
  public mutating func elapse(seconds: Double) {}

  /// Moves the mark.
  public mutating func moveValue(by logReturn: Double) {
    logMid += logReturn
    quote()
  }

  /// Without bound.
  public func depth(within logDistance: Double) -> Double { .infinity }
}
