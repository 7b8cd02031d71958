/// The lag at which one series agrees best with another, with block-bootstrap intervals.
///
/// corr(xₜ, yₜ₊ₖ) for each lag k of −K ... K, all on the same times t, so that lags differ in nothing
/// else. A resample draws blocks of times and keeps each time's whole neighbourhood of y.
/// Sources: indicator I24; Politis and Romano (1992) for the bootstrap.
public struct LagCorrelation: Hashable, Sendable {
  /// The lags from −K to K.
  public let lags: [Int]
  /// The correlation at each lag.
  public let correlations: [Double]
  /// The lag with the largest correlation, the first of equals; positive if `first` leads.
  public let bestLag: Int
  /// The correlation at the best lag.
  public let bestCorrelation: Double
  /// The percentile interval of the best lag over resamples.
  public let lagInterval: ConfidenceInterval
  /// The percentile interval of the correlation at the best lag of the sample.
  public let correlationInterval: ConfidenceInterval

  /// Compares two aligned series.
  ///
  /// - Parameters:
  ///   - first: x, finite values in order of time.
  ///   - second: y, as many, each at the same time.
  ///   - lagMax: K, positive.
  ///   - blockLength: Consecutive times that stay together, positive.
  ///   - replicates: How many resamples, at least two.
  ///   - confidence: The level of the intervals.
  ///   - stream: The stream that is advanced.
  /// - Throws: ``StatisticsError/observationsTooFew(quantity:count:minimum:)`` unless at least two blocks
  ///   of times have all lags, ``StatisticsError/fitNotIdentified(model:reason:)`` when a series is
  ///   constant over those times, or ``StatisticsError/valueOutOfRange(field:value:expected:)``.
  /// - Complexity: O(replicates · lags · n).
  public init(
    _ first: [Double],
    _ second: [Double],
    lagMax: Int = 12,
    blockLength: Int,
    replicates: Int = 1_000,
    confidence: Double = 0.95,
    using stream: inout Stream
  ) throws(StatisticsError) {
    precondition(first.count == second.count, "aligned series have equal lengths")
    precondition(lagMax > 0, "the largest lag must be positive: \(lagMax)")
    let count = first.count - 2 * lagMax
    let countMin = max(2 * blockLength, 3)
    guard count >= countMin else {
      throw .observationsTooFew(
        quantity: "lag correlation",
        count: first.count,
        minimum: countMin + 2 * lagMax
      )
    }
    try RollingSums.check(first, field: "value of the first series")
    try RollingSums.check(second, field: "value of the second series")
    let lags = Array(-lagMax...lagMax)
    let times = Array(lagMax..<(lagMax + count))
    var correlations: [Double] = []
    for lag in lags {
      correlations.append(
        try Correlation.pearson(times.map { first[$0] }, times.map { second[$0 + lag] })
      )
    }
    let best = Self.indexOfLargest(correlations)
    let bootstrap = BlockBootstrap(blockLength: blockLength)
    var (bestLags, bestCorrelations): ([Double], [Double]) = ([], [])
    for _ in 0..<replicates {
      let drawn = bootstrap.indices(count: count, using: &stream).map { times[$0] }
      let x = drawn.map { first[$0] }
      // A resample in which a series is constant says nothing: no correlation.
      let resampled = lags.map { lag in
        (try? Correlation.pearson(x, drawn.map { second[$0 + lag] })) ?? 0
      }
      bestLags.append(Double(lags[Self.indexOfLargest(resampled)]))
      bestCorrelations.append(resampled[best])
    }
    self.lags = lags
    self.correlations = correlations
    bestLag = lags[best]
    bestCorrelation = correlations[best]
    lagInterval = try BootstrapDistribution(estimate: Double(lags[best]), replicates: bestLags)
      .percentileInterval(confidence: confidence)
    correlationInterval = try BootstrapDistribution(
      estimate: correlations[best],
      replicates: bestCorrelations
    ).percentileInterval(confidence: confidence)
  }

  private static func indexOfLargest(_ values: [Double]) -> Int {
    var best = 0
    for index in values.indices where values[index] > values[best] { best = index }
    return best
  }
}
