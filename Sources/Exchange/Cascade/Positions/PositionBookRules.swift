public import Quantities

/// What a ``PositionBook`` has to know about its contract: scales, tick and maintenance tiers.
///
/// In tier k a position needs m_k · notional − A_k of equity. The liquidation price of a linear
/// position is then (`exchange-mechanics.md` §3)
///
///     long   (N − W − A) / (q (1 − m))      rounded up to the tick
///     short  (N + W + A) / (q (1 + m))      rounded down to the tick
public struct PositionBookRules: Hashable, Sendable {
  /// One maintenance tier.
  public struct Tier: Hashable, Sendable {
    /// m, the maintenance margin rate, in 0 ..< 1.
    public let rate: Rate
    /// A, the amount deducted from the requirement, quote minor units, not negative.
    public let deduction: Amount

    /// Creates a tier.
    public init(rate: Rate, deduction: Amount = .zero) {
      precondition(rate >= .zero && rate < .one, "a maintenance rate out of 0 ..< 1")
      precondition(deduction >= .zero, "a deduction must not be negative: \(deduction.units)")
      self.rate = rate
      self.deduction = deduction
    }
  }

  /// The scales of base, price and quote.
  public let scale: TradeScale
  /// The tick in price units.
  public let tickUnits: Int64
  /// The tiers; a position names its own by index.
  public let tiers: [Tier]
  /// The highest price of the index, in ticks.
  ///
  /// Prices beyond are ordered rightly but searched slower.
  public let priceTicksMax: Int32

  /// Creates the rules of a book.
  ///
  /// - Parameters:
  ///   - scale: The market's scales.
  ///   - tickUnits: Positive.
  ///   - tiers: From 1 to 16 tiers.
  ///   - priceTicksMax: Positive, at most 2²⁹; about twice the price in play is a good value.
  public init(scale: TradeScale, tickUnits: Int64, tiers: [Tier], priceTicksMax: Int32) {
    precondition(tickUnits > 0, "a tick must be positive: \(tickUnits)")
    precondition((1...16).contains(tiers.count), "a book has 1 to 16 tiers, not \(tiers.count)")
    precondition(
      priceTicksMax > 0 && priceTicksMax <= 1 << 29,
      "the price range must lie in 1 ... 2^29 ticks: \(priceTicksMax)"
    )
    self.scale = scale
    self.tickUnits = tickUnits
    self.tiers = tiers
    self.priceTicksMax = priceTicksMax
  }

  /// The tick that a price lies on or below.
  public func tick(at price: Price) -> Int32 {
    let quotient = price.units / tickUnits
    let isBelow = price.units < 0 && price.units % tickUnits != 0
    return Int32(clamping: isBelow ? quotient - 1 : quotient)
  }

  /// The price of a tick.
  public func price(ofTick tick: Int32) -> Price { Price(Int64(tick) * tickUnits) }
}
