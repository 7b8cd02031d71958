import Statistics

/// Convertible bonds of one issue: a face that falls due on a day unless shares are worth more.
struct ConvertibleTranche: Sendable, Hashable {
  /// Dollars.
  var face: Double
  /// The day of its put or maturity, counted from the opening.
  let dueDay: Int
  /// The share price at which it converts, dollars.
  let conversionPrice: Double

  /// Whether holders take shares at a share price.
  func isInTheMoney(at sharePrice: Double) -> Bool { sharePrice >= conversionPrice }

  /// The conversion price at which a bond without coupon is worth its face, by bisection.
  ///
  /// The lattice's price falls with the conversion price, so that there is at most one. The search
  /// ends at a tenth of a percent of the share price.
  ///
  /// - Returns: The conversion price; nil if even a bond that converts at the share price is worth less.
  static func conversionPriceAtPar(
    sharePrice: Double,
    volatility: Double,
    terms: TreasuryTerms
  ) -> Double? {
    func value(_ ratio: Double) -> Double {
      let lattice = try? ConvertibleLattice(
        sharesPerBond: 1_000 / (ratio * sharePrice),
        face: 1_000,
        couponRate: 0,
        riskFreeRate: terms.riskFreeRate,
        creditSpread: terms.creditSpread,
        dividendYield: 0,
        shareVolatility: volatility,
        maturityYears: terms.convertibleMaturityYears,
        steps: 100
      )
      return lattice?.valuation(sharePrice: sharePrice).price ?? 0
    }
    var low = 1.0
    var high = 8.0
    guard value(low) >= 1_000 else { return nil }
    while high - low > 0.001 {
      let middle = 0.5 * (low + high)
      if value(middle) >= 1_000 { low = middle } else { high = middle }
    }
    return low * sharePrice
  }
}
