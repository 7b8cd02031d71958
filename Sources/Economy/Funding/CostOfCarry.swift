import Statistics

/// The futures price of something that can be stored.
///
///     F_T = S e^{(r + u − y) T},   ln(F_T/S)/T = r + u − y ≤ r + u   for y ≥ 0
///
/// r interest, u storage cost, y convenience yield, all a year and continuous. Equality holds where holding
/// stocks has no use of its own: full carry. Above it one buys, stores and delivers at a riskless gain, so
/// a steeper curve needs a store that is full. Source: Working (1949), Kaldor (1939); `model.md` §4.6.
/// Tested by row S25b.
public struct CostOfCarry: Hashable, Sendable {
  /// r, a year.
  public let interestRate: Double
  /// u, a year, as a share of the price.
  public let storageCostRate: Double
  /// y, a year.
  public let convenienceYield: Double

  /// Takes three yearly rates, finite.
  ///
  /// - Throws: ``ModelError/invalid(model:field:value:expected:)``.
  public init(
    interestRate: Double,
    storageCostRate: Double,
    convenienceYield: Double
  ) throws(ModelError) {
    let domain = ModelDomain(model: "cost of carry")
    for (field, value) in [
      ("interest rate", interestRate), ("storage cost rate", storageCostRate),
      ("convenience yield", convenienceYield),
    ] { try domain.check(value, field, "a finite number") { _ in true } }
    self.interestRate = interestRate
    self.storageCostRate = storageCostRate
    self.convenienceYield = convenienceYield
  }

  /// Takes rates that are known to be finite.
  init(checkedInterestRate: Double, storageCostRate: Double, convenienceYield: Double) {
    interestRate = checkedInterestRate
    self.storageCostRate = storageCostRate
    self.convenienceYield = convenienceYield
  }

  /// r + u − y: the slope of the curve's logarithm, a year; above zero in contango.
  public var logSlope: Double { interestRate + storageCostRate - convenienceYield }

  /// r + u, the slope that no curve exceeds while there is room to store.
  public var fullCarryRate: Double { interestRate + storageCostRate }

  /// F_T.
  ///
  /// - Parameters:
  ///   - spot: S, in any currency.
  ///   - maturityYears: T, not negative.
  /// - Returns: In the currency of the spot.
  public func futuresPrice(spot: Double, maturityYears: Double) -> Double {
    precondition(maturityYears >= 0, "a maturity must not be negative: \(maturityYears)")
    return spot * Libm.exp(logSlope * maturityYears)
  }
}
