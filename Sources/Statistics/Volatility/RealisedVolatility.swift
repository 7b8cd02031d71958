/// The realised volatility of one stretch of log returns, with its standard error.
///
/// Source: model specification §5.1; rows S29 and S42.
public enum RealisedVolatility {
  /// √(A/n · Σ r²), uncentred: the normative definition.
  ///
  /// - Parameters:
  ///   - returns: Log returns per period, finite; all of them count.
  ///   - periodsPerYear: A, positive: 365 for days of crypto assets, 252 for sessions of others.
  /// - Returns: Per year, as a fraction.
  /// - Throws: ``StatisticsError/observationsTooFew(quantity:count:minimum:)`` without returns, or
  ///   ``StatisticsError/valueOutOfRange(field:value:expected:)`` for one that is not finite.
  public static func uncentred(
    of returns: [Double],
    periodsPerYear: Double
  ) throws(StatisticsError) -> Double {
    guard !returns.isEmpty else {
      throw .observationsTooFew(quantity: "realised volatility", count: 0, minimum: 1)
    }
    return try RollingVolatility.uncentred(
      of: returns,
      window: returns.count,
      periodsPerYear: periodsPerYear
    )[0]
  }

  /// √(A/(n − 1) · Σ(r − r̄)²), centred.
  ///
  /// - Parameters:
  ///   - returns: Log returns per period, finite; all of them count.
  ///   - periodsPerYear: A, positive.
  /// - Returns: Per year, as a fraction.
  /// - Throws: ``StatisticsError/observationsTooFew(quantity:count:minimum:)`` below two returns, or
  ///   ``StatisticsError/valueOutOfRange(field:value:expected:)`` for one that is not finite.
  public static func centred(
    of returns: [Double],
    periodsPerYear: Double
  ) throws(StatisticsError) -> Double {
    guard returns.count >= 2 else {
      throw .observationsTooFew(
        quantity: "centred realised volatility",
        count: returns.count,
        minimum: 2
      )
    }
    return try RollingVolatility.centred(
      of: returns,
      window: returns.count,
      periodsPerYear: periodsPerYear
    )[0]
  }

  /// The relative standard error of a realised volatility, ½√((κ + 2)/n).
  ///
  /// For Gaussian returns, κ = 0, this is 1/√(2n).
  ///
  ///     RealisedVolatility.relativeStandardError(observations: 30)  // 0.1291
  ///
  /// - Parameters:
  ///   - observations: n, the number of independent returns, positive.
  ///   - excessKurtosis: κ of the returns, at least −2.
  /// - Returns: The standard error divided by the volatility.
  public static func relativeStandardError(
    observations: Int,
    excessKurtosis: Double = 0
  ) -> Double {
    precondition(observations > 0, "a standard error needs returns: \(observations)")
    precondition(excessKurtosis >= -2, "excess kurtosis is at least -2: \(excessKurtosis)")
    return 0.5 * ((excessKurtosis + 2) / Double(observations)).squareRoot()
  }

  /// The uncentred volatility over block-bootstrap resamples, for its standard error and interval.
  ///
  /// - Parameters:
  ///   - returns: Log returns per period, finite, at least `blockLength`.
  ///   - periodsPerYear: A, positive.
  ///   - blockLength: The number of consecutive returns kept together, ten by the specification.
  ///   - replicates: How many resamples, at least two.
  ///   - stream: The stream that is advanced.
  /// - Returns: The distribution, per year, as fractions.
  /// - Throws: ``StatisticsError/observationsTooFew(quantity:count:minimum:)`` below one block, or
  ///   ``StatisticsError/valueOutOfRange(field:value:expected:)`` for a return that is not finite.
  public static func bootstrap(
    of returns: [Double],
    periodsPerYear: Double,
    blockLength: Int = 10,
    replicates: Int = 1_000,
    using stream: inout Stream
  ) throws(StatisticsError) -> BootstrapDistribution {
    precondition(periodsPerYear > 0, "periods per year must be positive: \(periodsPerYear)")
    guard returns.count >= blockLength else {
      throw .observationsTooFew(
        quantity: "realised volatility",
        count: returns.count,
        minimum: blockLength
      )
    }
    try RollingSums.check(returns, field: "return")
    let scale = periodsPerYear / Double(returns.count)
    return BlockBootstrap(blockLength: blockLength).distribution(
      of: { resample in (scale * resample.reduce(0) { $0 + $1 * $1 }).squareRoot() },
      on: returns,
      replicates: replicates,
      using: &stream
    )
  }
}
