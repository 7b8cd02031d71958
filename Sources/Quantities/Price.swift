/// An exact price: quote currency per one unit of base, in units of 10^−`priceDecimals`.
///
/// The number of decimals is declared by the market's ``TradeScale``. Zero and negative prices are
/// values like any other here; a market that refuses them says so in its rules.
public struct Price: Hashable, Comparable, Sendable {
  /// The price in its scale's smallest step.
  public var units: Int64

  /// Creates a price of `units` smallest steps.
  @inlinable
  public init(_ units: Int64) {
    self.units = units
  }

  /// Orders prices of one market.
  @inlinable
  public static func < (lhs: Price, rhs: Price) -> Bool { lhs.units < rhs.units }

  /// The sum of two prices of one market; traps if it leaves 64 bits.
  @inlinable
  public static func + (lhs: Price, rhs: Price) -> Price { Price(lhs.units + rhs.units) }

  /// The difference of two prices of one market; traps if it leaves 64 bits.
  @inlinable
  public static func - (lhs: Price, rhs: Price) -> Price { Price(lhs.units - rhs.units) }

  /// The price moved to a multiple of `tick`, in the direction named.
  ///
  /// A long's liquidation price is rounded `.up` and a short's `.down`: the position goes before,
  /// not after (`exchange-mechanics.md` §3).
  ///
  /// - Parameters:
  ///   - tick: Positive, in the same units.
  ///   - rounding: The direction.
  /// - Returns: A multiple of the tick.
  /// - Throws: ``QuantityError/overflow(operation:)`` if the multiple leaves 64 bits.
  public func rounded(to tick: Int64, _ rounding: Rounding) throws(QuantityError) -> Price {
    precondition(tick > 0, "a tick must be positive: \(tick)")
    let steps = Int128(units).divided(by: Int128(tick), rounding: rounding)
    guard let result = Int64(exactly: steps * Int128(tick)) else {
      throw .overflow(operation: "\(units) rounded to \(tick)")
    }
    return Price(result)
  }
}
