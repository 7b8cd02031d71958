/// The price of a perpetual future in the steady state without arbitrage.
///
/// With funding of κ times the premium per year, paid by the long, and a carry of r − q:
///
///     F/S = κ/(κ − (r − q)),   annual funding = κ (F/S − 1)
///
/// A faster κ leaves a smaller premium, but the funding tends to r − q whatever κ is.
///
/// Sources: He, Manela, Ross & von Wachter (2022); Ackerer, Hugonnier & Jermann (2024);
/// `model.md` §3.5. Tested by row S23.
public struct PerpetualParity: Hashable, Sendable {
  /// F/S, the price of the perpetual over that of spot.
  public let priceRatio: Double
  /// What a long pays per year, as a fraction of spot.
  public let annualFundingRate: Double

  /// Computes the steady state.
  ///
  /// - Parameters:
  ///   - interestRate: r, a decimal per year.
  ///   - assetYield: q, a decimal per year.
  ///   - premiumFundingRate: κ per year, above r − q; 1 095 for full payment every eight hours.
  public init(interestRate: Double, assetYield: Double, premiumFundingRate: Double) {
    let carry = interestRate - assetYield
    precondition(
      premiumFundingRate > carry && premiumFundingRate > 0,
      "the funding must outpace the carry: \(premiumFundingRate) ≤ \(carry)"
    )
    priceRatio = premiumFundingRate / (premiumFundingRate - carry)
    annualFundingRate = carry * priceRatio
  }
}
