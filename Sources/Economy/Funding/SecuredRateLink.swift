/// What separates the secured from the unsecured overnight rate.
///
///     SOFR − EFFR = θ0 + θ1 · coupon settlement + θ2 · χ + θ3 · quarter end
///
/// New coupons must be financed by dealers, whose balance sheet is dear when it is full (χ) and at the end
/// of a quarter. Source: Copeland, Duffie and Yang (2021) for the drivers; `model.md` §4.2 gives no
/// numbers: those here are assumed and stated. Percent a year.
public struct SecuredRateLink: Hashable, Sendable {
  /// θ0, percent a year.
  public var intercept = 0.02
  /// θ1, percent a year per USD billion of coupons that settle.
  public var settlementCoefficient = 0.000_4
  /// θ2, percent a year per percent of the dealers' shadow cost.
  public var balanceSheetCoefficient = 1.0
  /// θ3, percent a year.
  public var quarterEndPremium = 0.10

  /// Takes the assumed numbers.
  public init() {}

  /// SOFR − EFFR, percent a year.
  ///
  /// - Parameters:
  ///   - couponSettlement: Net coupons that settle today, USD billion.
  ///   - balanceSheetCost: χ of the dealers, percent a year, not negative.
  ///   - isQuarterEnd: Whether balance sheets are reported today.
  /// - Returns: SOFR − EFFR, percent a year.
  public func spread(
    couponSettlement: Double,
    balanceSheetCost: Double,
    isQuarterEnd: Bool
  ) -> Double {
    precondition(balanceSheetCost >= 0, "a cost must not be negative: \(balanceSheetCost)")
    return intercept + settlementCoefficient * couponSettlement
      + balanceSheetCoefficient * balanceSheetCost + (isQuarterEnd ? quarterEndPremium : 0)
  }
}
