public import Quantities

/// What a repo market did on one day.
///
/// Amounts are exact: every borrower's demand is lent, met by the facility or failed, and every lender's
/// cash is lent or idle. Source: `model.md` §4.1.
public struct RepoOutcome: Hashable, Sendable {
  /// The trades in the order in which they were made, the facility's among them as broad general collateral.
  public internal(set) var trades: [RepoTrade] = []
  /// What each borrower did not get; it must sell, or default.
  public internal(set) var failures: [Amount] = []
  /// What each lender did not lend.
  public internal(set) var idleCash: [Amount] = []
  /// What private lenders lent.
  public internal(set) var bilateralVolume = Amount.zero
  /// What the standing facility lent.
  public internal(set) var standingFacility = Amount.zero
  /// Idle cash of lenders with access: the take-up of the ON RRP.
  public internal(set) var reverseRepo = Amount.zero
  /// Idle cash of the others, which ends as reserves of banks.
  public internal(set) var idleElsewhere = Amount.zero
  /// How often a lender that a borrower asked had cash and refused.
  public internal(set) var refusalCount = 0

  /// The sum of the failures.
  public var failed: Amount { failures.reduce(.zero, +) }

  /// The cash of all trades.
  public var volume: Amount { bilateralVolume + standingFacility }

  /// The take-up of the ON RRP over the volume, 0 without trades.
  public var reverseRepoShare: Double { share(reverseRepo) }

  /// The facility's part of the volume, 0 without trades.
  public var standingFacilityShare: Double { share(standingFacility) }

  /// The distribution of the rates; nil without trades.
  ///
  /// - Complexity: O(n log n) in the trades.
  public var distribution: RateDistribution? { RateDistribution(trades) }

  private func share(_ amount: Amount) -> Double {
    volume > .zero ? Double(amount.units) / Double(volume.units) : 0
  }
}
