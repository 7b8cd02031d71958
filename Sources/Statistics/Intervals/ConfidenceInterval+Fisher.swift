extension ConfidenceInterval {
  /// Fisher's interval of a correlation, tanh(artanh r ± z/√(n − 3)).
  ///
  /// For autocorrelated series pass ``effectiveObservations(count:autocorrelations:)`` as the count,
  /// which need not be whole. Source: Fisher (1921); indicator I06, row S28.
  ///
  ///     try ConfidenceInterval.fisher(correlation: 0.91, observations: 5)  // 0.1407 ... 0.9941
  ///
  /// - Parameters:
  ///   - correlation: Between −1 and 1, ends excluded.
  ///   - observations: The number, or effective number, of independent pairs; above 3.
  ///   - confidence: The level, between 0 and 1.
  /// - Returns: The interval of the correlation.
  /// - Throws: ``StatisticsError/valueOutOfRange(field:value:expected:)``.
  public static func fisher(
    correlation: Double,
    observations: Double,
    confidence: Double = 0.95
  ) throws(StatisticsError) -> ConfidenceInterval {
    guard correlation > -1 && correlation < 1 else {
      throw .valueOutOfRange(
        field: "correlation",
        value: correlation,
        expected: "between -1 and 1, ends excluded"
      )
    }
    guard observations > 3 && observations.isFinite else {
      throw .valueOutOfRange(field: "observations", value: observations, expected: "above 3")
    }
    let z = try criticalValue(confidence: confidence)
    let centre = Libm.atanh(correlation)
    let halfWidth = z / (observations - 3).squareRoot()
    return ConfidenceInterval(
      lower: Libm.tanh(centre - halfWidth),
      upper: Libm.tanh(centre + halfWidth),
      confidence: confidence
    )
  }

  /// The number of independent pairs that carry as much about a correlation as the given ones.
  ///
  /// n(1 − ρₓρᵧ)/(1 + ρₓρᵧ) with the series' autocorrelations at lag one: exact for two independent
  /// first-order autoregressions. Source: Bartlett (1935); indicator I06. Opposite signs give more
  /// than n pairs, which is right in theory and is returned as it is.
  ///
  /// - Parameters:
  ///   - count: The number of pairs, positive.
  ///   - autocorrelations: The lag-one autocorrelations of both series, each between −1 and 1.
  /// - Returns: A positive number, in general not whole.
  /// - Throws: ``StatisticsError/valueOutOfRange(field:value:expected:)``.
  public static func effectiveObservations(
    count: Int,
    autocorrelations: (first: Double, second: Double)
  ) throws(StatisticsError) -> Double {
    guard count > 0 else {
      throw .observationsTooFew(quantity: "effective observations", count: count, minimum: 1)
    }
    for value in [autocorrelations.first, autocorrelations.second] {
      guard value > -1 && value < 1 else {
        throw .valueOutOfRange(
          field: "autocorrelation",
          value: value,
          expected: "between -1 and 1, ends excluded"
        )
      }
    }
    let product = autocorrelations.first * autocorrelations.second
    return Double(count) * (1 - product) / (1 + product)
  }
}
