/// The administered rates and customs under which a repo market clears.
///
/// Rates are percent a year. Source: `model.md` §3.17 and §4.1; what is assumed there is assumed here.
public struct RepoTerms: Hashable, Sendable {
  /// The rate of the standing repo facility, at which the central bank lends to whoever is eligible.
  public var standingFacilityRate: Double
  /// β from 0 to 1: how much of the distance to the borrower's maximum a tight market gives the lender.
  public var bargainingWeight: Double
  /// How many lenders a borrower asks: relationships, not a search of the whole market.
  public var lendersContacted: Int
  /// LGD from 0 to 1: the share of an uncovered claim that a default loses.
  public var lossGivenDefault: Double

  /// Takes the terms.
  ///
  /// - Parameters:
  ///   - standingFacilityRate: Percent a year, finite.
  ///   - bargainingWeight: In 0 ... 1.
  ///   - lendersContacted: Positive; more than there are means all.
  ///   - lossGivenDefault: In 0 ... 1.
  public init(
    standingFacilityRate: Double,
    bargainingWeight: Double = 0.35,
    lendersContacted: Int = 120,
    lossGivenDefault: Double = 1
  ) {
    precondition(standingFacilityRate.isFinite, "a rate must be finite: \(standingFacilityRate)")
    precondition(
      (0...1).contains(bargainingWeight) && (0...1).contains(lossGivenDefault),
      "weights lie in 0 ... 1: \(bargainingWeight), \(lossGivenDefault)"
    )
    precondition(lendersContacted > 0, "a borrower asks somebody: \(lendersContacted)")
    self.standingFacilityRate = standingFacilityRate
    self.bargainingWeight = bargainingWeight
    self.lendersContacted = lendersContacted
    self.lossGivenDefault = lossGivenDefault
  }
}
