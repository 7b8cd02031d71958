public import Scenarios
import Statistics

/// The numbers of an ensemble: a middle and a 90 % range each, and counts that must be zero.
public struct EnsembleSummary: Sendable {
  /// Liquidations over the net outflow; nil without an outflow.
  public let ratio: Band?
  /// The local gain of the opening book.
  public let localGain: Band
  /// The share of forced trades that a forced trade set off, pooled over runs, with the range of the
  /// runs' own shares.
  public let branching: Branching
  /// The move with leverage over the move without it.
  public let multiplier: Multiplier
  /// The number of runs in which leverage explains the whole move or more.
  public let unboundedMultipliers: Int
  /// The share of the move that leverage explains.
  public let leverageShare: Band
  /// Relative change of open interest in dollars.
  public let openInterestChange: Band
  /// Relative change of open interest in the asset.
  public let openInterestChangeInAsset: Band
  /// Share of the dollar fall of open interest that forced closing made.
  public let forcedShareOfOpenInterest: Band?
  /// Number of liquidated parcels.
  public let liquidationCount: Band
  /// Liquidated value, US dollars.
  public let liquidated: Band
  /// Long share of the liquidated value; nil where nothing was liquidated.
  public let longShare: Band?
  /// The largest value liquidated in four hours in a row, US dollars.
  public let liquidatedInFourHours: Band
  /// Value closed by auto-deleveraging, US dollars.
  public let autoDeleveraged: Band
  /// Change of the insurance fund, US dollars.
  public let insuranceFundChange: Band
  /// Losses beyond margins, US dollars.
  public let badDebt: Band
  /// Realised loss by class, in the order of `RunOutcome.lossClasses`.
  public let losses: [Band]
  /// Price at the end, US dollars.
  public let endPrice: Band
  /// The sale that sets off a cascade; nil if most runs have none.
  public let criticalSale: Band?
  /// The fall by news that sets off a cascade; nil if most runs have none.
  public let distanceToCascade: Band?
  /// The share of runs whose opening book has a cascade within reach.
  public let cascadeShare: Double

  /// The quantiles of a ratio that some runs leave unbounded.
  public struct Multiplier: Hashable, Sendable {
    /// The median; nil where it is unbounded.
    public let median: Double?
    /// The fifth percentile; nil where it is unbounded.
    public let p05: Double?
    /// The ninety-fifth percentile; nil where it is unbounded.
    public let p95: Double?
  }

  /// A proportion pooled over runs, and the range that holds 95 % of the runs' own proportions.
  public struct Branching: Hashable, Sendable {
    /// The estimate.
    public let estimate: Double
    /// The lower end.
    public let low: Double
    /// The upper end.
    public let high: Double
  }

  /// Summarises the outcomes of an ensemble, at least one.
  public init(of outcomes: [RunOutcome]) {
    precondition(!outcomes.isEmpty, "a summary needs runs")
    func band(_ value: (RunOutcome) -> Double) -> Band {
      Band(of: outcomes.map(value)) ?? Band(median: 0, p05: 0, p95: 0)
    }
    func optionalBand(_ value: (RunOutcome) -> Double?) -> Band? {
      let values = outcomes.compactMap(value)
      return values.count * 2 > outcomes.count ? Band(of: values) : nil
    }
    ratio = optionalBand(\.ratio)
    localGain = band(\.localGain)
    branching = EnsembleSummary.branching(of: outcomes)
    unboundedMultipliers = outcomes.count { $0.multiplier == nil }
    multiplier = EnsembleSummary.multiplier(of: outcomes)
    leverageShare = band(\.leverageShare)
    openInterestChange = band(\.openInterestChange)
    openInterestChangeInAsset = band(\.openInterestChangeInAsset)
    forcedShareOfOpenInterest = optionalBand(\.forcedShareOfOpenInterest)
    liquidationCount = band { Double($0.liquidationCount) }
    liquidated = band(\.liquidated.total)
    longShare = optionalBand(\.longShare)
    liquidatedInFourHours = band { $0.liquidatedAtMost(inHours: 4) }
    autoDeleveraged = band(\.autoDeleveraged)
    insuranceFundChange = band(\.insuranceFundChange)
    badDebt = band(\.badDebt)
    losses = RunOutcome.lossClasses.indices.map { index in band { $0.losses[index] } }
    endPrice = band { $0.prices.last ?? 0 }
    criticalSale = optionalBand(\.criticalSale)
    distanceToCascade = optionalBand(\.distanceToCascade)
    cascadeShare = Double(outcomes.count { $0.distanceToCascade != nil }) / Double(outcomes.count)
  }

  /// An unbounded multiplier is larger than any number, so it belongs in the upper tail; a quantile
  /// that falls on one has no value.
  private static func multiplier(of outcomes: [RunOutcome]) -> Multiplier {
    let values = outcomes.map { $0.multiplier ?? .greatestFiniteMagnitude }
    guard let band = Band(of: values) else {
      return Multiplier(median: nil, p05: nil, p95: nil)
    }
    func bounded(_ value: Double) -> Double? { value < 1e300 ? value : nil }
    return Multiplier(
      median: bounded(band.median),
      p05: bounded(band.p05),
      p95: bounded(band.p95)
    )
  }

  private static func branching(of outcomes: [RunOutcome]) -> Branching {
    let trades = outcomes.reduce(0) { $0 + $1.forcedTrades }
    let children = outcomes.reduce(0) { $0 + $1.forcedByForced }
    guard trades > 0 else { return Branching(estimate: 0, low: 0, high: 0) }
    let estimate = Double(children) / Double(trades)
    let shares = outcomes.filter { $0.forcedTrades > 0 }
      .map { Double($0.forcedByForced) / Double($0.forcedTrades) }
    // Trades of one run share their draws, so the interval is that of the runs.
    let quantiles = (try? SampleQuantile.type7(of: shares, at: [0.025, 0.975])) ?? [0, 0]
    return Branching(estimate: estimate, low: quantiles[0], high: quantiles[1])
  }
}
