/// Murphy's decomposition of the Brier score: score = reliability − resolution + uncertainty.
///
/// Forecasts are grouped by bins of probability. Where forecasts within a bin differ, two further terms
/// make the identity exact: + within-bin variance − within-bin covariance.
/// Sources: Murphy (1973); Stephenson, Coelho and Jolliffe (2008); model specification §7.7.
public struct BrierDecomposition: Hashable, Sendable {
  /// Σ nₖ(p̄ₖ − ȳₖ)²/n: how far probabilities are from frequencies; smaller is better.
  public let reliability: Double
  /// Σ nₖ(ȳₖ − ȳ)²/n: how far bins differ from the base rate; larger is better.
  public let resolution: Double
  /// ȳ(1 − ȳ): the score of the base rate.
  public let uncertainty: Double
  /// Σ (p − p̄ₖ)²/n; zero if each bin has one probability.
  public let withinBinVariance: Double
  /// 2 Σ (p − p̄ₖ)(y − ȳₖ)/n; zero if each bin has one probability.
  public let withinBinCovariance: Double

  /// The fewest resolved forecasts that are decomposed.
  public static let observationsMin = 30

  /// Decomposes the score of resolved forecasts.
  ///
  /// - Parameters:
  ///   - probabilities: Each in 0 ... 1.
  ///   - outcomes: As many, true if the event came.
  ///   - binCount: Bins of equal width, the last including one; positive.
  /// - Throws: ``StatisticsError/observationsTooFew(quantity:count:minimum:)`` below
  ///   ``observationsMin`` forecasts, or ``StatisticsError/valueOutOfRange(field:value:expected:)``.
  /// - Complexity: O(n + bins).
  public init(
    probabilities: [Double],
    outcomes: [Bool],
    binCount: Int = 10
  ) throws(StatisticsError) {
    precondition(probabilities.count == outcomes.count, "each probability has an outcome")
    precondition(binCount > 0, "forecasts need a bin: \(binCount)")
    guard probabilities.count >= Self.observationsMin else {
      throw .observationsTooFew(
        quantity: "Brier decomposition",
        count: probabilities.count,
        minimum: Self.observationsMin
      )
    }
    try ScoreInput.checkUnitInterval(probabilities, field: "probability")
    let n = Double(probabilities.count)
    let bins = probabilities.map { min(Int($0 * Double(binCount)), binCount - 1) }
    var counts = [Double](repeating: 0, count: binCount)
    var forecastMeans = counts
    var outcomeMeans = counts
    for (index, bin) in bins.enumerated() {
      counts[bin] += 1
      forecastMeans[bin] += probabilities[index]
      outcomeMeans[bin] += outcomes[index] ? 1 : 0
    }
    for bin in 0..<binCount where counts[bin] > 0 {
      forecastMeans[bin] /= counts[bin]
      outcomeMeans[bin] /= counts[bin]
    }
    let baseRate = Double(outcomes.count { $0 }) / n
    var (reliability, resolution) = (0.0, 0.0)
    for bin in 0..<binCount {
      let gap = forecastMeans[bin] - outcomeMeans[bin]
      let distance = outcomeMeans[bin] - baseRate
      reliability += counts[bin] * gap * gap / n
      resolution += counts[bin] * distance * distance / n
    }
    var (variance, covariance) = (0.0, 0.0)
    for (index, bin) in bins.enumerated() {
      let deviation = probabilities[index] - forecastMeans[bin]
      variance += deviation * deviation / n
      covariance += 2 * deviation * ((outcomes[index] ? 1 : 0) - outcomeMeans[bin]) / n
    }
    self.reliability = reliability
    self.resolution = resolution
    uncertainty = baseRate * (1 - baseRate)
    withinBinVariance = variance
    withinBinCovariance = covariance
  }

  /// The Brier score that the terms sum to.
  public var score: Double {
    reliability - resolution + uncertainty + withinBinVariance - withinBinCovariance
  }
}
