public import Quantities

/// Somebody who lends cash overnight against collateral, or refuses to.
///
///     r = o + ψ + LGD · PD · (1 − coverage) + η · (exposure/limit)²
///
/// is what the lender asks of a borrower; a borrower whose default is likelier than the lender bears, or
/// whose limit is used up, gets nothing at any rate. Sources: `model.md` §3.17; Stiglitz and Weiss (1981)
/// for the rationing; Copeland, Martin and Walker (2014) for runs on single dealers.
public struct RepoLender: Hashable, Sendable {
  /// The cash to place today, not negative.
  public var cash: Amount
  /// o: what idle cash earns, percent a year: the ON RRP rate, or IORB less the cost of balance sheet.
  public var outsideOption: Double
  /// ψ: what the lender wants on top, percent a year.
  public var premium: Double
  /// Whether idle cash goes to the central bank's reverse repo facility.
  public var hasReverseRepoAccess: Bool
  /// π̄: the lender refuses a borrower whose probability of default in a year is above this.
  public var defaultProbabilityLimit: Double
  /// X: the most the lender has outstanding with one borrower; nil without a limit.
  public var exposureLimit: Amount?
  /// η: what a borrower with a fully used limit would pay on top, percent a year.
  public var exposurePremium: Double

  /// Takes a lender; one that refuses nobody by default.
  public init(
    cash: Amount,
    outsideOption: Double,
    premium: Double = 0,
    hasReverseRepoAccess: Bool = false,
    defaultProbabilityLimit: Double = 1,
    exposureLimit: Amount? = nil,
    exposurePremium: Double = 0
  ) {
    precondition(cash >= .zero, "cash must not be negative: \(cash.units)")
    precondition(
      outsideOption.isFinite && premium.isFinite && exposurePremium >= 0,
      "rates must be finite: \(outsideOption), \(premium), \(exposurePremium)"
    )
    precondition(exposureLimit.map { $0 > .zero } ?? true, "a limit must be positive")
    self.cash = cash
    self.outsideOption = outsideOption
    self.premium = premium
    self.hasReverseRepoAccess = hasReverseRepoAccess
    self.defaultProbabilityLimit = defaultProbabilityLimit
    self.exposureLimit = exposureLimit
    self.exposurePremium = exposurePremium
  }

  /// What the lender asks, percent a year, or nil where it refuses.
  ///
  /// - Parameters:
  ///   - borrower: Who asks.
  ///   - exposure: What the borrower owes the lender already, not negative.
  ///   - lossGivenDefault: LGD in 0 ... 1.
  /// - Returns: r, or nil above π̄ or at the limit.
  public func reservationRate(
    for borrower: RepoBorrower,
    exposure: Amount = .zero,
    lossGivenDefault: Double
  ) -> Double? {
    guard borrower.defaultProbability <= defaultProbabilityLimit else { return nil }
    guard let exposureLimit else {
      return outsideOption + premium + borrower.riskSurcharge(lossGivenDefault: lossGivenDefault)
    }
    guard exposure < exposureLimit else { return nil }
    let used = Double(exposure.units) / Double(exposureLimit.units)
    return outsideOption + premium + borrower.riskSurcharge(lossGivenDefault: lossGivenDefault)
      + exposurePremium * used * used
  }
}
