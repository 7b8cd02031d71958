import Quantities
import Statistics

extension CascadeEngine {
  /// The local gain of a fall: g = Λ ℓ_x averaged from the mid down to a fraction below it.
  ///
  ///     g = (f(0) − f(−L)) / −ln(1 − depth),   L the volume forced in between
  ///
  /// the log move that the liquidations of that range would make, over the range: the mean of Λ ℓ_x
  /// with the impact taken along the way.
  ///
  /// - Parameters:
  ///   - market: The market as it stands.
  ///   - depthFraction: In 0 ..< 1; the default averages over [p, 0.97 p].
  /// - Returns: The gain, zero for an empty range.
  /// - Complexity: O(k log k) in the positions of the range.
  public func localGain<Market: Liquidity & ~Copyable>(
    in market: borrowing Market,
    depthFraction: Double = 0.03
  ) -> Double {
    precondition(depthFraction > 0 && depthFraction < 1, "depth in 0 ..< 1: \(depthFraction)")
    let mid = Libm.exp(market.logMid)
    let low = Int32((mid * (1 - depthFraction) / tickSize).rounded(.up))
    var volume = 0.0
    for trigger in book.triggers(of: .long, atTick: low) {
      let size = Double(book.rows[trigger.id.index].size) * baseUnit
      volume += size * Double(trigger.tick) * tickSize
    }
    let move = market.logMid - market.logMid(after: -volume)
    return move / -Libm.log(onePlus: -depthFraction)
  }

  /// The sale at which the end of the cascade jumps.
  public struct CriticalSale: Hashable, Sendable {
    /// The sale, quote currency: the distance to a cascade.
    public let volume: Double
    /// The log price from which the cascade runs by itself.
    public let logPrice: Double
  }

  /// The largest sale that the book bears without a jump.
  ///
  ///     h(p) = V(p) − L(p)
  ///
  /// is the sale that takes the price to p: the volume V that moves the market there less what the
  /// liquidations above p contribute. The price follows the sale while h rises; behind its first
  /// maximum it falls by itself. A list of positions has small steps everywhere, so a maximum counts
  /// when the price then falls by `jumpMin` without a larger sale.
  ///
  /// - Parameters:
  ///   - market: The market as it stands.
  ///   - jumpMin: The smallest jump that counts, log units.
  /// - Returns: Nil where no sale makes the price jump.
  /// - Complexity: O(n log n) and about 60 market queries per position.
  public func criticalSale<Market: Liquidity & ~Copyable>(
    in market: borrowing Market,
    jumpMin: Double = 0.01
  ) -> CriticalSale? {
    let start = market.logMid
    var peak = CriticalSale(volume: 0, logPrice: start)
    var (forced, reached) = (0.0, 0.0)
    for trigger in book.triggers(of: .long, atTick: 1) {
      let price = Double(trigger.tick) * tickSize
      let logPrice = min(start, Libm.log(price))
      reached = Self.volume(movingTo: logPrice, from: reached, market)
      let sale = reached - forced
      if sale > peak.volume {
        peak = CriticalSale(volume: sale, logPrice: logPrice)
      } else if peak.logPrice - logPrice >= jumpMin {
        return peak
      }
      forced += Double(book.rows[trigger.id.index].size) * baseUnit * price
    }
    let end = market.logMid(after: -(peak.volume + forced))
    return forced > 0 && peak.logPrice - end >= jumpMin ? peak : nil
  }

  /// The volume sold that takes the log mid down to a price, searched above a known lower bound.
  private static func volume<Market: Liquidity & ~Copyable>(
    movingTo logPrice: Double,
    from bound: Double,
    _ market: borrowing Market
  ) -> Double {
    var low = bound
    var step = max(1, 0.01 * bound)
    while market.logMid(after: -(low + step)) > logPrice && step < 1e18 {
      low += step
      step *= 2
    }
    var high = low + step
    for _ in 0..<64 {
      let middle = 0.5 * (low + high)
      guard middle > low, middle < high else { break }
      if market.logMid(after: -middle) > logPrice { low = middle } else { high = middle }
    }
    return high
  }
}
