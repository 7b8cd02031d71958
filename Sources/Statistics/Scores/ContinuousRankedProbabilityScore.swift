/// The score of a forecast distribution of a number, in the number's own unit.
///
/// CRPS = ∫ (F(x) − 1{x ≥ y})² dx; for a point forecast it is the absolute error.
/// Source: Gneiting and Raftery (2007); model specification §7.7, row S29.
public enum ContinuousRankedProbabilityScore {
  /// The score of a normal forecast, σ[z(2Φ(z) − 1) + 2φ(z) − 1/√π] with z = (y − μ)/σ.
  ///
  ///     let forecast = NormalDistribution(mean: 0.25, standardDeviation: 0.1)
  ///     ContinuousRankedProbabilityScore.normal(forecast, outcome: 0.45)  // 0.14528
  ///
  /// - Parameters:
  ///   - forecast: The forecast distribution.
  ///   - outcome: What came true, finite.
  /// - Returns: In the outcome's unit, smaller is better.
  public static func normal(_ forecast: NormalDistribution, outcome: Double) -> Double {
    let z = (outcome - forecast.mean) / forecast.standardDeviation
    let centre = z * (2 * NormalDistribution.standardCumulative(z) - 1)
    let spread = 2 * NormalDistribution.standardDensity(z) - 0.564_189_583_547_756_3
    return forecast.standardDeviation * (centre + spread)
  }

  /// The score of an ensemble taken as draws from a forecast distribution, unbiased for its size.
  ///
  /// mean|xᵢ − y| − ½ mean_{i≠j}|xᵢ − xⱼ|. It can be slightly negative for small ensembles.
  /// Source: Ferro (2014), "Fair scores for ensemble forecasts".
  ///
  /// - Parameters:
  ///   - ensemble: At least two finite members, in any order.
  ///   - outcome: What came true, finite.
  /// - Returns: In the outcome's unit, smaller is better.
  /// - Throws: ``StatisticsError/observationsTooFew(quantity:count:minimum:)`` below two members.
  /// - Complexity: O(n log n).
  public static func fairEnsemble(
    _ ensemble: [Double],
    outcome: Double
  ) throws(StatisticsError) -> Double {
    guard ensemble.count >= 2 else {
      throw .observationsTooFew(quantity: "fair CRPS", count: ensemble.count, minimum: 2)
    }
    let n = Double(ensemble.count)
    return meanError(of: ensemble, outcome) - pairDistanceSum(of: ensemble) / (n * (n - 1))
  }

  /// The score of an ensemble taken as the whole forecast distribution, each member with mass 1/n.
  ///
  /// mean|xᵢ − y| − ½ mean_{i,j}|xᵢ − xⱼ|, the exact integral for the empirical distribution.
  ///
  /// - Parameters:
  ///   - ensemble: At least one finite member, in any order.
  ///   - outcome: What came true, finite.
  /// - Returns: In the outcome's unit, not negative, smaller is better.
  /// - Throws: ``StatisticsError/observationsTooFew(quantity:count:minimum:)`` for an empty ensemble.
  /// - Complexity: O(n log n).
  public static func empirical(
    _ ensemble: [Double],
    outcome: Double
  ) throws(StatisticsError) -> Double {
    guard !ensemble.isEmpty else {
      throw .observationsTooFew(quantity: "CRPS", count: 0, minimum: 1)
    }
    let n = Double(ensemble.count)
    return meanError(of: ensemble, outcome) - pairDistanceSum(of: ensemble) / (n * n)
  }

  private static func meanError(of ensemble: [Double], _ outcome: Double) -> Double {
    ensemble.reduce(0) { $0 + abs($1 - outcome) } / Double(ensemble.count)
  }

  /// Σ_{i<j} |xᵢ − xⱼ|: each gap between neighbours counts once per pair that it separates.
  private static func pairDistanceSum(of ensemble: [Double]) -> Double {
    let sorted = ensemble.sorted()
    var sum = 0.0
    for index in 1..<max(1, sorted.count) {
      let pairCount = Double(index) * Double(sorted.count - index)
      sum += pairCount * (sorted[index] - sorted[index - 1])
    }
    return sum
  }
}
