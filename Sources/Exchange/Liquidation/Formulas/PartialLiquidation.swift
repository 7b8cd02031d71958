public import Quantities

/// How much of a position a forced close takes at a time.
///
/// Pure sizing rules; what happens with the size is the clearing house's. Source:
/// `exchange-mechanics.md` §5.
public enum PartialLiquidation {
  /// The size that brings the margin back: shortage over the margin freed per unit closed.
  ///
  ///     base = shortage / (price × quote price × (margin ratio − liquidator fee) − price × fund
  ///     fee)
  ///
  /// Source: [DR-liq].
  ///
  /// - Parameters:
  ///   - shortage: Requirement less collateral, settlement units, not negative.
  ///   - marginRatio: The target ratio of the position.
  ///   - liquidatorFee: What the liquidator earns.
  ///   - insuranceFee: What the fund earns.
  ///   - price: The oracle price, positive.
  ///   - quotePrice: The price of the quote asset, 1 at par.
  ///   - contract: Linear; gives the scales.
  /// - Returns: Size units rounded down, or nil when closing frees no margin: close everything.
  /// - Throws: ``MarginError/overflow(operation:)`` if a result leaves 64 bits.
  public static func sizeToCover(
    shortage: Amount,
    marginRatio: Fraction,
    liquidatorFee: Fraction,
    insuranceFee: Fraction,
    price: Price,
    quotePrice: Fraction = .one,
    contract: Contract
  ) throws(MarginError) -> Amount? {
    guard price.units > 0, marginRatio > liquidatorFee else { return nil }
    let freed = try marginRatio.adding(
      Fraction(-liquidatorFee.numerator, over: liquidatorFee.denominator)
    ).multiplied(by: quotePrice)
    let net = try freed.adding(
      Fraction(-insuranceFee.numerator, over: insuranceFee.denominator)
    )
    guard net > .zero else { return nil }
    let factors = contract.priceFactors
    let above = factors.above * Int128(net.denominator)
    let (below, overflow) = (Int128(price.units) * factors.below)
      .multipliedReportingOverflow(by: Int128(net.numerator))
    guard !overflow,
      let size = Int128(shortage.units).scaled(by: above, over: below, rounding: .down),
      let units = Int64(exactly: size)
    else { throw .overflow(operation: "size to cover \(shortage.units)") }
    return Amount(units)
  }

  /// The liquidator's fee after a time in liquidation: the base fee during the grace period, then
  /// rising by a step per slot since the start, up to the maximum [DR-liq].
  ///
  /// - Parameters:
  ///   - base: The fee at the start.
  ///   - maximum: What the fee never exceeds.
  ///   - slots: Elapsed since liquidation started, not negative; 400 ms each.
  ///   - increasePerSlot: What each slot adds.
  ///   - graceSlots: 1 500, about ten minutes.
  /// - Returns: A share of the value closed.
  public static func liquidatorFee(
    base: Rate,
    maximum: Rate,
    slots: Int64,
    increasePerSlot: Rate,
    graceSlots: Int64 = 1_500
  ) -> Rate {
    guard slots >= graceSlots else { return base }
    let (rise, overflow) = increasePerSlot.parts.multipliedReportingOverflow(by: slots)
    let (parts, tooLarge) = base.parts.addingReportingOverflow(rise)
    return overflow || tooLarge ? maximum : min(maximum, Rate(partsPerTrillion: parts))
  }

  /// The share of a shortage that may be freed so far: `min(1, elapsed / duration + initial)`, all at
  /// once for a shortage below `smallShortage` [DR-liq].
  public static func freeableShare(
    elapsed: Duration,
    duration: Duration,
    initialShare: Fraction,
    shortage: Amount,
    smallShortage: Amount
  ) throws(MarginError) -> Fraction {
    guard shortage >= smallShortage, duration.microseconds > 0 else { return .one }
    let grown = try initialShare.adding(
      Fraction(min(elapsed.microseconds, duration.microseconds), over: duration.microseconds)
    )
    return min(.one, grown)
  }

  /// The size to close so that the rest fits into a lower tier [BN-liqp, BM-liqx, OK-part].
  ///
  /// - Parameters:
  ///   - size: Of the position, positive.
  ///   - notional: Its value at the mark, rounded up.
  ///   - tiers: The schedule.
  ///   - steps: How many tiers lower; one for most, two for OKX.
  ///   - lot: The step of sizes; the result is a multiple of it unless it is the whole position.
  /// - Returns: Zero in the lowest tier: there is nothing lower, the venue takes over.
  /// - Throws: ``MarginError/notionalAboveLastCap(notional:cap:)`` above the last tier.
  public static func sizeToLowerTier(
    size: Amount,
    notional: Amount,
    tiers: TierTable,
    steps: Int = 1,
    lot: Amount
  ) throws(MarginError) -> Amount {
    precondition(steps > 0 && size.units > 0 && lot.units > 0, "a step down, a size and a lot")
    let index = try tiers.tierIndex(of: notional)
    guard index > 0 else { return .zero }
    let target = tiers.tiers[max(0, index - steps)].cap
    let kept = (Int128(size.units) * Int128(target.units))
      .divided(by: Int128(notional.units), rounding: .down)
    let closed = Int128(size.units) - kept
    let lots = closed.divided(by: Int128(lot.units), rounding: .up) * Int128(lot.units)
    return Amount(Int64(min(lots, Int128(size.units))))
  }

  /// The size of the first order of a large position: a fraction of it above a notional, else all
  /// (Hyperliquid: 20 % above 100 000 USDC, then a cooldown) [HL-liq].
  ///
  /// - Returns: A multiple of `lot`, rounded up, at most the size.
  public static func firstFraction(
    size: Amount,
    notional: Amount,
    threshold: Amount,
    fraction: Fraction,
    lot: Amount
  ) throws(MarginError) -> Amount {
    guard notional > threshold else { return size }
    let part = try fraction.applied(to: size, rounding: .up)
    let lots =
      Int128(part.units).divided(by: Int128(lot.units), rounding: .up)
      * Int128(lot.units)
    return Amount(Int64(min(lots, Int128(size.units))))
  }

  /// The size of one bounded step: at most a share of the position, at least a minimum notional
  /// (dYdX: 10 %, at least 1 000 USDC) [DY-gen].
  ///
  /// - Parameters:
  ///   - size: Of the position, not negative.
  ///   - maximumShare: The largest share of it per step.
  ///   - minimumSize: The size of the minimum notional at the oracle price.
  /// - Returns: At most the size.
  /// - Throws: ``MarginError/overflow(operation:)`` if a result leaves 64 bits.
  public static func boundedStep(
    size: Amount,
    maximumShare: Fraction,
    minimumSize: Amount
  ) throws(MarginError) -> Amount {
    min(size, max(minimumSize, try maximumShare.applied(to: size, rounding: .down)))
  }
}
