import Statistics

/// The linear market: each coin moves the price by a fixed number of dollars, at once and for good.
///
///     p = p₀ + λ n          n coins bought (negative: sold)
///     p² = p₀² + 2 λ q      the same in USD of flow, q = n (p₀ + p)/2
///
/// This is the fast limit in which the closed forms of the cascade hold (`model.md` §2.2, §2.3):
/// nothing decays, and the average price is the exact midpoint.
public struct LinearImpact: Liquidity, Hashable, Sendable {
  /// λ, USD of price per coin of flow.
  public let impactPerCoin: Double
  /// Half the bid-ask spread in log units.
  public let halfSpread: Double
  /// The grid on which prices leave.
  public let grid: PriceGrid
  /// The mid price in USD, not quantised.
  public private(set) var mid: Double
  /// The depth multiplier A: the impact of orders to come is λ/A.
  public var depthMultiplier: Double {
    didSet { precondition(depthMultiplier > 0, "the depth must be positive: \(depthMultiplier)") }
  }

  /// Creates a market.
  ///
  /// - Parameters:
  ///   - impactPerCoin: λ in USD per coin, not negative.
  ///   - mid: The opening mid price in USD, positive.
  ///   - grid: The grid on which prices leave.
  ///   - halfSpread: Log units, not negative.
  public init(impactPerCoin: Double, mid: Double, grid: PriceGrid, halfSpread: Double = 0) {
    precondition(impactPerCoin >= 0, "the impact must not be negative: \(impactPerCoin)")
    precondition(mid > 0 && mid.isFinite, "a price must be positive: \(mid)")
    precondition(halfSpread >= 0, "negative half-spread: \(halfSpread)")
    self.impactPerCoin = impactPerCoin
    self.mid = mid
    self.grid = grid
    self.halfSpread = halfSpread
    depthMultiplier = 1
  }

  /// λ/A, the impact at the present depth in USD per coin.
  public var effectiveImpactPerCoin: Double { impactPerCoin / depthMultiplier }

  /// The mid price that a number of coins would leave behind, p₀ + λ n.
  ///
  /// - Parameter coins: Signed; negative is sold.
  /// - Returns: USD; not positive when more is sold than the market can bear.
  public func price(afterCoins coins: Double) -> Double {
    mid + effectiveImpactPerCoin * coins
  }

  /// The number of coins that moves the mid to a price.
  ///
  /// - Parameter price: USD.
  /// - Returns: Signed coins.
  public func coins(movingTo price: Double) -> Double {
    (price - mid) / effectiveImpactPerCoin
  }

  /// The log mid.
  public var logMid: Double { Libm.log(mid) }

  /// The log mid that a market order would leave behind: ½ ln(p₀² + 2 λ q).
  ///
  /// - Parameter volume: Signed USD, counted from the present state.
  /// - Returns: A log price, nondecreasing in the volume.
  public func logMid(after volume: Double) -> Double {
    0.5 * Libm.log(squaredPrice(after: volume))
  }

  /// The rise of the log mid per further USD once a volume has been executed.
  ///
  /// - Parameter volume: Signed USD, counted from the present state.
  /// - Returns: Log units per USD.
  public func marginalImpact(after volume: Double) -> Double {
    effectiveImpactPerCoin / squaredPrice(after: volume)
  }

  /// Executes a market order and keeps its effect.
  ///
  /// - Parameter volume: Signed USD.
  /// - Returns: The execution; a sale beyond the capacity p₀²/(2λ) is cut to it.
  public mutating func clear(_ volume: Double) -> MarketExecution {
    precondition(volume.isFinite, "a volume must be finite: \(volume)")
    let before = mid
    // The market pays out at most what selling it down to nothing yields, p₀²/(2λ).
    let capacity = 0.5 * before * before / effectiveImpactPerCoin
    let executed = max(volume, -capacity * Self.capacityShare)
    mid = squaredPrice(after: executed).squareRoot()
    let side: Double = executed > 0 ? 1 : executed < 0 ? -1 : 0
    let average = Libm.log(0.5 * (before + mid)) + side * halfSpread
    return MarketExecution(
      requestedVolume: volume,
      volume: executed,
      averageLogPrice: average,
      averagePrice: grid.takerPrice(ofLog: average, isBuy: executed > 0),
      logMidBefore: Libm.log(before),
      logMidAfter: logMid
    )
  }

  /// Lets time pass, which changes nothing here.
  ///
  /// - Parameter seconds: Not negative.
  public mutating func elapse(seconds: Double) {
    precondition(seconds >= 0, "time does not run backwards: \(seconds)")
  }

  /// Moves the price by news, without any trade.
  ///
  /// - Parameter logReturn: The change of ln v.
  public mutating func moveValue(by logReturn: Double) {
    mid *= Libm.exp(logReturn)
  }

  /// The USD that raise the mid by half the distance.
  ///
  /// - Parameter logDistance: Positive.
  /// - Returns: USD.
  public func depth(within logDistance: Double) -> Double {
    // The flow that raises p₀ to p₀ e^(d/2).
    0.5 * mid * mid * Libm.expMinusOne(logDistance) / effectiveImpactPerCoin
  }

  /// The part of the capacity that may be sold, so that a price is left.
  private static let capacityShare = 1 - 0x1p-40

  private func squaredPrice(after volume: Double) -> Double {
    let square = mid * mid
    return max(square + 2 * effectiveImpactPerCoin * volume, square * 0x1p-40)
  }
}
