public import Quantities

/// Margin rates with a premium proportional to the square root of the size (Drift).
///
///     ratio(q) = max(base, base × 4/5 + f × sqrt(q))
///
/// with `q` in base units and `f` the market's factor: small positions pay the base ratio, large ones
/// more. Source: `exchange-mechanics.md` §2 [DR-risk]; the discounted base inside the maximum, which
/// makes the premium start gently, is the venue's size-premium form.
public struct SizePremiumMargin: Hashable, Sendable {
  /// The initial ratio of a small position.
  public let initialRate: Fraction
  /// The maintenance ratio of a small position.
  public let maintenanceRate: Fraction
  /// The premium of a position of one base unit; a larger one pays its square root times this.
  public let premiumRate: Rate
  /// Size units in one base unit.
  public let unitsPerBase: Int64

  /// Creates a schedule; ratios above zero, premium not negative.
  public init(
    initialRate: Fraction,
    maintenanceRate: Fraction,
    premiumRate: Rate,
    unitsPerBase: Int64
  ) {
    precondition(maintenanceRate > .zero && initialRate >= maintenanceRate)
    precondition(premiumRate >= .zero && unitsPerBase > 0)
    self.initialRate = initialRate
    self.maintenanceRate = maintenanceRate
    self.premiumRate = premiumRate
    self.unitsPerBase = unitsPerBase
  }

  /// The ratio of a size, with the premium rounded up to a part per trillion.
  ///
  /// - Parameters:
  ///   - base: ``initialRate`` or ``maintenanceRate``.
  ///   - size: Size units, not negative.
  /// - Returns: A share of the notional.
  /// - Throws: ``MarginError/overflow(operation:)`` if a result leaves 64 bits.
  public func rate(base: Fraction, size: Amount) throws(MarginError) -> Fraction {
    let square = Int128(premiumRate.parts) * Int128(premiumRate.parts)
    guard
      let scaled = square.scaled(
        by: Int128(size.units),
        over: Int128(unitsPerBase),
        rounding: .up
      ),
      let premium = Int64(exactly: SizePremiumMargin.rootRoundedUp(of: scaled))
    else { throw .overflow(operation: "size premium of \(size.units)") }
    let discounted = try base.multiplied(by: Fraction(4, over: 5))
    return max(base, try discounted.adding(Fraction(Rate(partsPerTrillion: premium))))
  }

  /// The smallest integer whose square is at least `value`, by Newton's method from above.
  static func rootRoundedUp(of value: Int128) -> Int128 {
    guard value > 1 else { return max(value, 0) }
    var root: Int128 = 1 << Int128((128 - value.leadingZeroBitCount + 1) / 2)
    while true {
      let next = (root + value / root) / 2
      if next >= root { break }
      root = next
    }
    return root * root == value ? root : root + 1
  }
}
