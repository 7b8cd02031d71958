/// Closed forms of a loan market whose lenders' reservation rates are uniform on an interval.
///
///     uniform price: r = a + (b − a) D/C          pay as bid, percentile q: a + q (b − a) D/C
///
/// The cheapest lenders are filled first, up to the demand D out of the cash C. Paid what they bid, their
/// rates are uniform on what was filled: skew 0. Demand beyond the cash fills everybody.
/// Source: `model.md` §4.1, row S31.
///
///     let auction = PayAsBidAuction(rateLow: 0.02, rateHigh: 0.12, demand: 2_400, supply: 3_000)
///     auction.uniformPrice          // 0.10
///     auction.rate(at: 0.25)        // 0.04
public struct PayAsBidAuction: Hashable, Sendable {
  /// a: the lowest reservation rate.
  public let rateLow: Double
  /// b: the highest reservation rate, in the same unit.
  public let rateHigh: Double
  /// D/C, at most 1: the share of the cash that is lent.
  public let filledShare: Double

  /// Takes the interval and the two sides.
  ///
  /// - Parameters:
  ///   - rateLow: a, finite.
  ///   - rateHigh: b, not below a.
  ///   - demand: D, not negative.
  ///   - supply: C in the same unit, positive.
  public init(rateLow: Double, rateHigh: Double, demand: Double, supply: Double) {
    precondition(rateLow <= rateHigh && rateLow.isFinite && rateHigh.isFinite, "rates ascend")
    precondition(demand >= 0 && supply > 0, "demand \(demand) and supply \(supply)")
    self.rateLow = rateLow
    self.rateHigh = rateHigh
    filledShare = min(1, demand / supply)
  }

  /// The rate of the marginal lender, which everybody gets under a uniform price.
  public var uniformPrice: Double { rateLow + (rateHigh - rateLow) * filledShare }

  /// The percentile of the traded volume under pay as bid.
  ///
  /// - Parameter share: q in 0 ... 1.
  /// - Returns: a + q (b − a) D/C.
  public func rate(at share: Double) -> Double {
    precondition((0...1).contains(share), "a share lies in 0 ... 1: \(share)")
    return rateLow + share * (rateHigh - rateLow) * filledShare
  }
}
