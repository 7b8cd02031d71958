/// What more bills and fewer coupons do to the two ends of the curve.
///
///     bills − OIS = b_B · bills over trend,       Δ TP10 = −β_D · coupons taken out (ten-year equivalents)
///
/// The policy rate does not move: whether issuance inverts a curve is an outcome of two slopes.
/// Sources: `model.md` §4.3, which assumes b_B = 0.7 bp per 100 bn; Greenwood, Hanson and Stein (2015) for bills.
public struct BillSupply: Hashable, Sendable {
  /// b_B, percent a year per USD billion.
  public var billCoefficient: Double
  /// How many ten-year equivalents a dollar of the coupons not sold is, positive.
  public var couponTenYearEquivalents: Double

  /// Takes the coefficients.
  public init(billCoefficient: Double = 0.000_07, couponTenYearEquivalents: Double = 1) {
    precondition(
      billCoefficient >= 0 && couponTenYearEquivalents > 0,
      "\(billCoefficient), \(couponTenYearEquivalents)"
    )
    self.billCoefficient = billCoefficient
    self.couponTenYearEquivalents = couponTenYearEquivalents
  }

  /// Bills over overnight index swaps, percent a year.
  ///
  /// - Parameter excess: Bills over trend less what new holders such as stablecoins took, USD billion.
  /// - Returns: Percent a year.
  public func billSpread(excess: Double) -> Double { billCoefficient * excess }

  /// A curve after a shift of issuance from coupons to bills, with the policy rate held.
  ///
  /// - Parameters:
  ///   - curve: Before.
  ///   - shift: USD billion from coupons to bills; negative the other way.
  ///   - premium: Whose β_D applies.
  /// - Returns: After.
  public func curve(_ curve: YieldCurve, shifted shift: Double, premium: TermPremium) -> YieldCurve
  {
    var after = curve
    after.billSpread += billCoefficient * shift
    after.tenYearPremium -= premium.supplyCoefficient * couponTenYearEquivalents * shift
    return after
  }

  /// The shift that makes ten years equal three months, USD billion; negative if they already are below.
  ///
  /// - Parameters:
  ///   - curve: Before.
  ///   - premium: Whose β_D applies.
  /// - Returns: The shift at which ``YieldCurve/slope`` is zero.
  public func shiftToInversion(of curve: YieldCurve, premium: TermPremium) -> Double {
    let perBillion =
      billCoefficient * curve.billWeight(months: 3)
      + premium.supplyCoefficient * couponTenYearEquivalents * (1 - 3.0 / 120)
    return curve.slope / perBillion
  }
}
