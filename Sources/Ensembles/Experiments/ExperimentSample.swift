public import Scenarios
public import Statistics

/// The values of one side of an experiment over its runs, and what they say together.
public struct ExperimentSample: Hashable, Sendable {
  /// The values of the runs that have one, in the order of the runs.
  public let values: [Double]
  /// The runs without a value.
  public let missing: Int
  /// The middle and the 90 % range over the runs; nil if no run has a value.
  public let band: Band?
  /// The statistic that the verdict is about; nil if no run has a value.
  public let estimate: Double?
  /// The interval of the statistic; its level is 1 where nothing was drawn.
  public let interval: Interval?

  /// An interval with its level, ends possibly infinite.
  public struct Interval: Hashable, Sendable {
    /// The lower end.
    public let lower: Double
    /// The upper end.
    public let upper: Double
    /// The level, 1 for a value that is not drawn.
    public let level: Double
  }

  /// The level of the intervals of treated runs.
  public static let level = 0.9
  /// The level of the intervals of controls: a control without any effect fails once in a thousand.
  public static let controlLevel = 0.999
  /// The resamples behind the interval of a mean.
  static let replicates = 10_000

  /// Summarises values; nil stands for a run without one.
  ///
  /// - Parameters:
  ///   - measured: One entry a run.
  ///   - statistic: What the verdict is about.
  ///   - level: The level of the interval.
  ///   - stream: Where the resamples of a mean come from.
  public init(
    _ measured: [Double?],
    statistic: ExperimentPlan.Statistic,
    level: Double = ExperimentSample.level,
    using stream: inout Stream
  ) {
    values = measured.compactMap { $0 }
    missing = measured.count - values.count
    band = ExperimentSample.band(of: values)
    guard let band else {
      (estimate, interval) = (nil, nil)
      return
    }
    switch statistic {
    case .median, .exact:
      estimate = band.median
      interval = ExperimentSample.medianInterval(
        values,
        level: statistic == .exact ? 1 : level
      )
    case .mean:
      estimate = values.reduce(0, +) / Double(values.count)
      interval = ExperimentSample.meanInterval(values, level: level, using: &stream)
    case .share:
      let successes = values.count { $0 == 1 }
      estimate = Double(successes) / Double(values.count)
      interval =
        (try? ConfidenceInterval.wilson(
          successes: successes,
          trials: values.count,
          confidence: level
        )).map { Interval(lower: $0.lower, upper: $0.upper, level: $0.confidence) }
    }
  }

  /// The band of values of which some are unbounded.
  ///
  /// Between a number and infinity there is nothing to interpolate: a quantile that falls there is
  /// unbounded.
  static func band(of values: [Double]) -> Band? {
    let largest = Double.greatestFiniteMagnitude / 4
    guard let band = Band(of: values.map { max(-largest, min(largest, $0)) }) else { return nil }
    func unclamped(_ value: Double) -> Double {
      value.magnitude < 1e290 ? value : value > 0 ? .infinity : -.infinity
    }
    return Band(
      median: unclamped(band.median),
      p05: unclamped(band.p05),
      p95: unclamped(band.p95)
    )
  }

  /// The distribution-free interval of a median: the order statistics k and n + 1 − k with the largest k
  /// whose coverage 1 − 2·P(Binomial(n, ½) < k) reaches the level.
  ///
  /// With few runs no pair reaches it: the range and its smaller level are what there is. Above a
  /// thousand the binomial tail is the normal one.
  private static func medianInterval(_ values: [Double], level: Double) -> Interval {
    let sorted = values.sorted()
    let count = sorted.count
    if level == 1 { return Interval(lower: sorted[0], upper: sorted[count - 1], level: 1) }
    if count > 1_000 {
      let critical = -NormalDistribution.standardQuantile(0.5 * (1 - level))
      let halfWidth = 0.5 * critical * Double(count).squareRoot()
      let rank = max(1, Int((0.5 * Double(count) - halfWidth).rounded(.down)))
      return Interval(lower: sorted[rank - 1], upper: sorted[count - rank], level: level)
    }
    var term = (0..<count).reduce(1.0) { product, _ in product * 0.5 }
    var tail = term
    var rank = 1
    while (rank + 1) * 2 <= count {
      term *= Double(count - rank + 1) / Double(rank)
      guard 1 - 2 * (tail + term) >= level else { break }
      tail += term
      rank += 1
    }
    return Interval(lower: sorted[rank - 1], upper: sorted[count - rank], level: 1 - 2 * tail)
  }

  private static func meanInterval(
    _ values: [Double],
    level: Double,
    using stream: inout Stream
  ) -> Interval {
    let mean = values.reduce(0, +) / Double(values.count)
    guard values.count > 1, mean.isFinite else {
      return Interval(lower: mean, upper: mean, level: 0)
    }
    let distribution = BlockBootstrap(blockLength: 1).distribution(
      of: { $0.reduce(0, +) / Double($0.count) },
      on: values,
      replicates: replicates,
      using: &stream
    )
    guard let interval = try? distribution.percentileInterval(confidence: level) else {
      return Interval(lower: mean, upper: mean, level: 0)
    }
    return Interval(lower: interval.lower, upper: interval.upper, level: interval.confidence)
  }
}
