public import Quantities

/// Somebody who needs cash overnight against collateral: a dealer or a relative-value fund.
///
/// Source: `model.md` §4.1.
public struct RepoBorrower: Hashable, Sendable {
  /// The cash needed today, not negative.
  public var demand: Amount
  /// The most the borrower pays before it goes without, percent a year.
  public var maximumRate: Double
  /// PD: the probability of default in a year as lenders see it, from 0 to 1.
  public var defaultProbability: Double
  /// The share of a default's loss that the haircut of the collateral covers, from 0 to 1.
  public var coverage: Double
  /// Whether the central bank's standing facility lends to it.
  public var isStandingFacilityEligible: Bool

  /// Takes a borrower.
  public init(
    demand: Amount,
    maximumRate: Double,
    defaultProbability: Double = 0,
    coverage: Double = 0,
    isStandingFacilityEligible: Bool = false
  ) {
    precondition(demand >= .zero, "a demand must not be negative: \(demand.units)")
    precondition(maximumRate.isFinite, "a rate must be finite: \(maximumRate)")
    precondition(
      (0...1).contains(defaultProbability) && (0...1).contains(coverage),
      "a probability and a share lie in 0 ... 1: \(defaultProbability), \(coverage)"
    )
    self.demand = demand
    self.maximumRate = maximumRate
    self.defaultProbability = defaultProbability
    self.coverage = coverage
    self.isStandingFacilityEligible = isStandingFacilityEligible
  }

  /// LGD · PD · (1 − coverage), percent a year.
  ///
  /// - Parameter lossGivenDefault: LGD in 0 ... 1.
  /// - Returns: Not negative.
  public func riskSurcharge(lossGivenDefault: Double) -> Double {
    100 * lossGivenDefault * defaultProbability * (1 - coverage)
  }

  /// The share of a stressed fall in the collateral's price that a haircut absorbs.
  ///
  /// The specification leaves the form of the coverage open; this is the linear one.
  ///
  /// - Parameters:
  ///   - haircut: In 0 ... 1.
  ///   - stressedFall: The fall of the price between default and sale, positive.
  /// - Returns: In 0 ... 1.
  public static func coverage(haircut: Double, stressedFall: Double) -> Double {
    precondition(haircut >= 0 && stressedFall > 0, "\(haircut), \(stressedFall)")
    return min(1, haircut / stressedFall)
  }
}
