import Quantities
public import Statistics

/// A random population of lenders and borrowers of a repo market.
///
/// Cash and demand are lognormal and scaled to their sums; lenders have access to the ON RRP or keep reserves,
/// want a premium max(0, Normal), and a share of them refuses the risky borrowers; borrowers pay at most
/// SRF + stigma + |Normal|. Rates are percent a year, sums USD billion. Defaults are those of the base
/// case of row S31b, rates over the ON RRP rate. Source: `model.md` §4.1.
public struct RepoPopulation: Hashable, Sendable {
  /// The number of lenders, positive.
  public var lenders = 400
  /// The number of borrowers, positive.
  public var borrowers = 60
  /// C: all cash, USD billion, positive.
  public var cashSupply = 3_000.0
  /// D: all demand, USD billion, positive.
  public var cashDemand = 2_400.0
  /// The standard deviation of the logarithm of a lender's cash, not negative.
  public var lenderCashLogDeviation = 1.0
  /// The standard deviation of the logarithm of a borrower's demand, not negative.
  public var borrowerDemandLogDeviation = 0.7
  /// The share of lenders with access to the ON RRP.
  public var reverseRepoAccessShare = 0.5
  /// The ON RRP rate.
  public var reverseRepoRate = 0.0
  /// The interest on reserve balances.
  public var reserveBalanceRate = 0.15
  /// What balance sheet costs a bank that lends.
  public var balanceSheetCost = 0.1
  /// The mean of the premium before it is cut at zero.
  public var lenderPremiumMean = 0.02
  /// Its standard deviation, not negative.
  public var lenderPremiumDeviation = 0.03
  /// The share of lenders that refuse risky borrowers.
  public var refusingLenderShare = 0.0
  /// The share of borrowers that are risky.
  public var riskyBorrowerShare = 0.15
  /// What a risky borrower pays on top, LGD · PD · (1 − coverage), from 0 to 100.
  public var riskPremium = 0.1
  /// The share of borrowers that the standing facility lends to.
  public var facilityEligibleShare = 0.6
  /// The standing facility's rate.
  public var standingFacilityRate = 0.25
  /// What borrowers pay above it not to be seen there.
  public var stigma = 0.03
  /// The standard deviation of the normal number whose size is added to the maximum, not negative.
  public var maximumRateDeviation = 0.08
  /// β of ``RepoTerms``.
  public var bargainingWeight = 0.35
  /// How many lenders a borrower asks, positive.
  public var lendersContacted = 120

  /// Takes the base case of row S31b.
  public init() {}

  /// Units of money in USD billion, at the ledger's 10⁻⁴ USD.
  static let unitsPerBillion = 1e13

  /// The market's terms.
  public var terms: RepoTerms {
    RepoTerms(
      standingFacilityRate: standingFacilityRate,
      bargainingWeight: bargainingWeight,
      lendersContacted: lendersContacted
    )
  }

  /// Draws the lenders of one day, a fixed number of words each.
  ///
  /// - Parameter stream: The stream that is advanced.
  /// - Returns: Lenders whose cash sums to the supply up to rounding.
  public func drawLenders(using stream: inout Stream) -> [RepoLender] {
    var weights: [Double] = []
    var drawn: [RepoLender] = []
    drawn.reserveCapacity(lenders)
    for _ in 0..<lenders {
      weights.append(Libm.exp(lenderCashLogDeviation * stream.nextNormal()))
      let hasAccess = stream.nextEvent(probability: reverseRepoAccessShare)
      let premium = max(0, lenderPremiumMean + lenderPremiumDeviation * stream.nextNormal())
      let refuses = stream.nextEvent(probability: refusingLenderShare)
      drawn.append(
        RepoLender(
          cash: .zero,
          outsideOption: hasAccess ? reverseRepoRate : reserveBalanceRate - balanceSheetCost,
          premium: premium,
          hasReverseRepoAccess: hasAccess,
          defaultProbabilityLimit: refuses ? 0 : 1
        )
      )
    }
    let amounts = Self.shares(weights, of: cashSupply)
    for index in drawn.indices { drawn[index].cash = amounts[index] }
    return drawn
  }

  /// Draws the borrowers of one day, a fixed number of words each.
  ///
  /// - Parameter stream: The stream that is advanced.
  /// - Returns: Borrowers whose demand sums to ``cashDemand`` up to rounding.
  public func drawBorrowers(using stream: inout Stream) -> [RepoBorrower] {
    var weights: [Double] = []
    var drawn: [RepoBorrower] = []
    drawn.reserveCapacity(borrowers)
    for _ in 0..<borrowers {
      weights.append(Libm.exp(borrowerDemandLogDeviation * stream.nextNormal()))
      let isRisky = stream.nextEvent(probability: riskyBorrowerShare)
      let isEligible = stream.nextEvent(probability: facilityEligibleShare)
      let excess = abs(maximumRateDeviation * stream.nextNormal())
      drawn.append(
        RepoBorrower(
          demand: .zero,
          maximumRate: standingFacilityRate + stigma + excess,
          defaultProbability: isRisky ? riskyDefaultProbability : 0,
          coverage: isRisky ? 1 - riskPremium / (100 * riskyDefaultProbability) : 0,
          isStandingFacilityEligible: isEligible
        )
      )
    }
    let amounts = Self.shares(weights, of: cashDemand)
    for index in drawn.indices { drawn[index].demand = amounts[index] }
    return drawn
  }

  /// A default probability whose uncovered share is the risk premium: 5 percent, or more where that is needed.
  private var riskyDefaultProbability: Double { max(0.05, riskPremium / 100) }

  private static func shares(_ weights: [Double], of sum: Double) -> [Amount] {
    let scale = sum * unitsPerBillion / weights.reduce(0, +)
    return weights.map { Amount(Int64(($0 * scale).rounded(.toNearestOrEven))) }
  }
}
