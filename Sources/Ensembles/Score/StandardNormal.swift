import Statistics

/// The standard normal distribution, in the words of the score.
enum StandardNormal {
  /// The quantile of a probability strictly between 0 and 1.
  static func quantile(_ probability: Double) -> Double {
    NormalDistribution.standard.quantile(probability)
  }

  /// The distribution function.
  static func cumulative(_ z: Double) -> Double { NormalDistribution.standardCumulative(z) }
}
