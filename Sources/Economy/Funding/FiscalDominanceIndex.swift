/// How much the needs of the Treasury bend monetary policy: a mean of standard scores.
///
///     FD = (z(bill share) + z(10y − 12m slope) + z(expected buybacks) + z(independence events))/n
///
/// Scores that are missing are left out. The scale is relative to the sample behind the scores: zero is that
/// sample's mean, not the absence of dominance. Source: `model.md` §4.3.
public struct FiscalDominanceIndex: Hashable, Sendable {
  /// The bill share of marketable debt, standard score.
  public var billShare: Double?
  /// Ten years less twelve months, standard score.
  public var slope: Double?
  /// Expected buybacks, standard score.
  public var buybacks: Double?
  /// Events that touch the central bank's independence, standard score of their dummy.
  public var independence: Double?

  /// Takes the scores that there are.
  public init(
    billShare: Double?,
    slope: Double?,
    buybacks: Double? = nil,
    independence: Double? = nil
  ) {
    self.billShare = billShare
    self.slope = slope
    self.buybacks = buybacks
    self.independence = independence
  }

  /// The mean of the scores that are there; nil without any.
  public var value: Double? {
    let scores = [billShare, slope, buybacks, independence].compactMap(\.self)
    return scores.isEmpty ? nil : scores.reduce(0, +) / Double(scores.count)
  }
}
