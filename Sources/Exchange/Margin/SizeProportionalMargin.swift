public import Quantities

/// Margin rates linear in the size of the position (Deribit standard margin).
///
///     IM rate = base + size × step      MM rate = base/2 + size × step
///
/// For the BTC linear perpetual the base is 2 % and the step 0.005 % per bitcoin. Source:
/// `exchange-mechanics.md` §2 [DB-lin].
public struct SizeProportionalMargin: Hashable, Sendable {
  /// The initial rate of the smallest position.
  public let baseRate: Fraction
  /// What one size unit (a satoshi, not a bitcoin) adds to both rates.
  public let ratePerSizeUnit: Fraction

  /// Creates a schedule.
  ///
  /// - Parameters:
  ///   - baseRate: Above zero.
  ///   - stepRate: What `stepSize` adds to both rates; not negative.
  ///   - stepSize: Positive, in size units.
  /// - Throws: ``MarginError/overflow(operation:)`` if the rate per unit does not fit.
  public init(baseRate: Fraction, stepRate: Fraction, stepSize: Amount) throws(MarginError) {
    precondition(baseRate > .zero && stepRate >= .zero && stepSize.units > 0)
    self.baseRate = baseRate
    ratePerSizeUnit = try stepRate.multiplied(by: Fraction(1, over: stepSize.units))
  }

  /// The initial margin rate of a size.
  public func initialRate(of size: Amount) throws(MarginError) -> Fraction {
    try baseRate.adding(try ratePerSizeUnit.multiplied(by: Fraction(size.units)))
  }

  /// The maintenance margin rate of a size.
  public func maintenanceRate(of size: Amount) throws(MarginError) -> Fraction {
    try baseRate.multiplied(by: Fraction(1, over: 2))
      .adding(try ratePerSizeUnit.multiplied(by: Fraction(size.units)))
  }
}
