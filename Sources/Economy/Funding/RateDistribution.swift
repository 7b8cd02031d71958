public import Quantities
public import Statistics

/// The distribution of a day's overnight rates, by volume.
///
/// The percentile q is the lowest rate at which the cumulative share of volume reaches q percent, in exact
/// integers; SOFR is the median. Source: Federal Reserve Bank of New York, "Additional Information about
/// the Treasury Repo Reference Rates". Rates are percent a year.
///
///     distribution.rate(at: 50)      // the reference rate
///     distribution.skew.bowley       // nil below one basis point of p75 − p25
public struct RateDistribution: Hashable, Sendable {
  /// The percentiles that are published.
  public static let published = [1, 25, 50, 75, 99]

  /// The distinct rates, ascending.
  public let rates: [Double]
  /// The volume at or below each rate, in the unit of the trades.
  public let cumulativeVolumes: [Int64]

  /// Takes the trades of a day; nil without volume.
  ///
  /// - Parameter trades: In any order.
  /// - Complexity: O(n log n).
  public init?(_ trades: some Collection<RepoTrade>) {
    self.init(rates: trades.map(\.rate), volumes: trades.map(\.amount))
  }

  /// Takes rates and their volumes; nil without volume.
  ///
  /// - Parameters:
  ///   - rates: Percent a year, finite.
  ///   - volumes: As many, none negative.
  public init?(rates: [Double], volumes: [Amount]) {
    precondition(rates.count == volumes.count, "\(rates.count) rates, \(volumes.count) volumes")
    precondition(rates.allSatisfy(\.isFinite), "rates must be finite")
    precondition(volumes.allSatisfy { $0 >= .zero }, "volumes must not be negative")
    var (distinct, cumulative): ([Double], [Int64]) = ([], [])
    var total: Int64 = 0
    for index in rates.indices.sorted(by: { rates[$0] < rates[$1] })
    where volumes[index] > .zero {
      total += volumes[index].units
      if distinct.last == rates[index] {
        cumulative[cumulative.count - 1] = total
      } else {
        distinct.append(rates[index])
        cumulative.append(total)
      }
    }
    guard total > 0 else { return nil }
    (self.rates, cumulativeVolumes) = (distinct, cumulative)
  }

  /// The volume of all trades.
  public var volume: Amount { Amount(cumulativeVolumes.last ?? 0) }

  /// The lowest rate with at least a share of the volume at or below it.
  ///
  /// - Parameter percent: q in 0 ... 100.
  /// - Returns: Percent a year.
  /// - Complexity: O(log n).
  public func rate(at percent: Int) -> Double {
    precondition((0...100).contains(percent), "a percentile lies in 0 ... 100: \(percent)")
    let total = volume.units.multipliedFullWidth(by: Int64(percent))
    var (low, high) = (0, rates.count - 1)
    while low < high {
      let middle = (low + high) / 2
      let reached = cumulativeVolumes[middle].multipliedFullWidth(by: 100)
      let isEnough = (reached.high, reached.low) >= (total.high, total.low)
      if isEnough { high = middle } else { low = middle + 1 }
    }
    return rates[low]
  }

  /// The shape: Bowley's and Kelly's skewness, the tails and the interquartile range.
  public var skew: FundingRateSkew {
    FundingRateSkew(
      p01: rate(at: 1),
      p25: rate(at: 25),
      p50: rate(at: 50),
      p75: rate(at: 75),
      p99: rate(at: 99)
    )
  }
}
