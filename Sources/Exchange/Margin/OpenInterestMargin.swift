public import Quantities

/// Margin whose initial rate grows with the market's open interest (dYdX v4 liquidity tier).
///
///     IMF_eff = min(1, IMF + max(0, (OI − lower)/(upper − lower)) (1 − IMF))
///     IMR = ceil(N × IMF_eff)      MMR = ceil(ceil(N × IMF) × maintenance fraction)
///
/// Maintenance is not scaled. Source: `exchange-mechanics.md` §2 [DY-tier, DY-lib].
public struct OpenInterestMargin: Hashable, Sendable {
  /// The initial margin fraction without scaling.
  public let initialRate: Fraction
  /// Maintenance as a share of the unscaled initial margin.
  public let maintenanceFraction: Fraction
  /// The open interest at which scaling starts and at which the rate is one, in settlement units;
  /// nil for a tier without scaling.
  public let openInterestCaps: OpenInterestCaps?

  /// The range of open interest over which the initial margin rises to the whole notional.
  public struct OpenInterestCaps: Hashable, Sendable {
    /// Where scaling starts.
    public let lower: Amount
    /// Where the initial margin is the whole notional.
    public let upper: Amount

    /// Creates the range; `upper` above `lower`.
    public init(lower: Amount, upper: Amount) {
      precondition(lower < upper, "the upper cap exceeds the lower one")
      self.lower = lower
      self.upper = upper
    }
  }

  /// Creates a schedule; both rates above zero, at most one.
  public init(
    initialRate: Fraction,
    maintenanceFraction: Fraction,
    openInterestCaps: OpenInterestCaps? = nil
  ) {
    precondition(initialRate > .zero && initialRate <= .one)
    precondition(maintenanceFraction > .zero && maintenanceFraction <= .one)
    self.initialRate = initialRate
    self.maintenanceFraction = maintenanceFraction
    self.openInterestCaps = openInterestCaps
  }

  /// The maintenance margin requirement, rounded up twice as the venue does.
  public func maintenanceMargin(of notional: Amount) throws(MarginError) -> Amount {
    try maintenanceFraction.applied(
      to: try initialRate.applied(to: notional, rounding: .up),
      rounding: .up
    )
  }

  /// The initial margin requirement at an open interest, rounded up once from the exact fraction.
  ///
  /// - Parameters:
  ///   - notional: Settlement units at the oracle price.
  ///   - openInterest: Settlement units at the oracle price.
  /// - Returns: Settlement units, rounded up.
  /// - Throws: ``MarginError/overflow(operation:)`` if a result leaves 64 bits.
  public func initialMargin(
    of notional: Amount,
    openInterest: Amount
  ) throws(MarginError) -> Amount {
    guard let caps = openInterestCaps, openInterest > caps.lower else {
      return try initialRate.applied(to: notional, rounding: .up)
    }
    guard openInterest < caps.upper else { return notional }
    let width = Int128(caps.upper.units) - Int128(caps.lower.units)
    let excess = Int128(openInterest.units) - Int128(caps.lower.units)
    let unit = Int128(initialRate.denominator)
    let rate = Int128(initialRate.numerator)
    let (first, overflow) = width.multipliedReportingOverflow(by: rate)
    let (second, overflowToo) = excess.multipliedReportingOverflow(by: unit - rate)
    let (divisor, overflowBelow) = width.multipliedReportingOverflow(by: unit)
    guard !overflow, !overflowToo, !overflowBelow,
      let margin = Int128(notional.units).scaled(by: first + second, over: divisor, rounding: .up),
      let units = Int64(exactly: margin)
    else { throw .overflow(operation: "initial margin of \(notional.units)") }
    return Amount(units)
  }
}
