/// A summary of a sample that answers quantiles with a relative error below one percent.
///
/// Positive values are counted in bins (γ^(i−1), γ^i] with γ = 1.02, negative ones likewise by absolute
/// value, zeros apart. Counts are integers, so merging is exact, associative and commutative: the
/// summary never depends on the order of values, threads or shards.
/// Source: Masson, Rim and Lee (2019), "DDSketch".
///
///     var sketch = QuantileSketch()
///     for value in 1...1_000 { sketch.add(Double(value)) }
///     sketch.quantile(0.5)  // within 1 % of 500.5
public struct QuantileSketch: Hashable, Sendable, Codable {
  /// The ratio γ of the ends of a bin.
  public static let binRatio = LogarithmicBins.ratio
  /// The largest relative error of a quantile, (γ − 1)/(γ + 1).
  public static let relativeErrorMax = (binRatio - 1) / (binRatio + 1)

  /// The number of values.
  public private(set) var count = 0
  /// The least value, +∞ while empty.
  public private(set) var least = Double.infinity
  /// The greatest value, −∞ while empty.
  public private(set) var greatest = -Double.infinity
  private var zeroCount = 0
  private var positive = LogarithmicBins()
  private var negative = LogarithmicBins()

  /// Creates the summary of no values.
  public init() {}

  /// Adds a value a number of times.
  ///
  /// - Parameters:
  ///   - value: Finite.
  ///   - multiplicity: How often; positive.
  /// - Complexity: O(1) and one logarithm, once the value's bin exists.
  public mutating func add(_ value: Double, multiplicity: Int = 1) {
    precondition(value.isFinite, "a value must be finite: \(value)")
    precondition(multiplicity > 0, "a multiplicity must be positive: \(multiplicity)")
    count += multiplicity
    least = min(least, value)
    greatest = max(greatest, value)
    if value > 0 {
      positive.add(value, multiplicity: multiplicity)
    } else if value < 0 {
      negative.add(-value, multiplicity: multiplicity)
    } else {
      zeroCount += multiplicity
    }
  }

  /// Adds all values of another summary, exactly and in any order.
  ///
  /// - Parameter other: The summary to add.
  /// - Complexity: O(bins).
  public mutating func merge(_ other: QuantileSketch) {
    count += other.count
    least = min(least, other.least)
    greatest = max(greatest, other.greatest)
    zeroCount += other.zeroCount
    positive.merge(other.positive)
    negative.merge(other.negative)
  }

  /// The quantile at a probability, Hyndman–Fan type 7 over the bins' representatives.
  ///
  /// Ends are exact: probability 0 gives the least value, 1 the greatest. Where the two order
  /// statistics around the rank have one sign, the relative error is at most ``relativeErrorMax``.
  ///
  /// - Parameter probability: In 0 ... 1.
  /// - Returns: The quantile, or nil while empty.
  /// - Complexity: O(bins).
  public func quantile(_ probability: Double) -> Double? {
    precondition(
      probability >= 0 && probability <= 1,
      "a probability lies in 0 ... 1: \(probability)"
    )
    guard count > 0 else { return nil }
    let position = Double(count - 1) * probability
    let rank = min(Int(position), count - 1)
    let below = value(atRank: rank)
    let fraction = position - Double(rank)
    guard fraction > 0 else { return below }
    return SampleQuantile.interpolate(from: below, to: value(atRank: rank + 1), share: fraction)
  }

  /// The representative of the order statistic at a zero-based rank.
  private func value(atRank rank: Int) -> Double {
    if rank == 0 { return least }
    if rank == count - 1 { return greatest }
    let estimate: Double
    if rank < negative.count {
      estimate = -negative.value(atRank: negative.count - 1 - rank)
    } else if rank < negative.count + zeroCount {
      return 0
    } else {
      estimate = positive.value(atRank: rank - negative.count - zeroCount)
    }
    return min(max(estimate, least), greatest)
  }
}
