import Quantities
public import Statistics

/// The measures of one day of a repo market, rates in percent a year and amounts in USD billion.
public struct RepoDay: Hashable, Sendable {
  /// The volume-weighted percentiles.
  public let p01, p25, p50, p75, p99: Double
  /// The take-up of the ON RRP.
  public let reverseRepo: Double
  /// What the standing facility lent.
  public let standingFacility: Double
  /// What private lenders lent.
  public let bilateralVolume: Double
  /// What borrowers did not get.
  public let failed: Double

  /// Measures an outcome on the ledger's scale of 10⁻⁴ USD; nil without trades.
  public init?(_ outcome: RepoOutcome) {
    guard let skew = outcome.distribution?.skew else { return nil }
    (p01, p25, p50, p75, p99) = (skew.p01, skew.p25, skew.p50, skew.p75, skew.p99)
    let scale = 1 / RepoPopulation.unitsPerBillion
    reverseRepo = Double(outcome.reverseRepo.units) * scale
    standingFacility = Double(outcome.standingFacility.units) * scale
    bilateralVolume = Double(outcome.bilateralVolume.units) * scale
    failed = Double(outcome.failed.units) * scale
  }

  /// The shape of the day's rates.
  public var skew: FundingRateSkew {
    FundingRateSkew(p01: p01, p25: p25, p50: p50, p75: p75, p99: p99)
  }

  /// The right tail p99 − p50.
  public var rightTail: Double { p99 - p50 }
  /// All trades, the facility's included.
  public var volume: Double { bilateralVolume + standingFacility }
}
