/// The probability that compound annual growth ends in a range, for a lognormal price.
///
/// Source: row S50, forecast F09.
public enum GrowthRange {
  /// Φ((ln(1 + high)·T − μT)/σ√T) − Φ((ln(1 + low)·T − μT)/σ√T).
  ///
  ///     GrowthRange.probability(low: 0.05, high: 0.08, volatility: 0.45, years: 3)   // 0.0420
  ///
  /// - Parameters:
  ///   - low: The lower end of the growth per year, above −1.
  ///   - high: The upper end, not below `low`.
  ///   - volatility: σ of the log price per √year, positive.
  ///   - years: T, positive.
  ///   - logDrift: μ of the log price per year.
  /// - Returns: In 0 ... 1.
  public static func probability(
    low: Double,
    high: Double,
    volatility: Double,
    years: Double,
    logDrift: Double = 0
  ) -> Double {
    precondition(low > -1 && low <= high, "growth lies above -1 and ascends: \(low), \(high)")
    precondition(volatility > 0 && years > 0, "not positive: \(volatility), \(years)")
    let scale = years.squareRoot() / volatility
    let lower = (Libm.log(onePlus: low) - logDrift) * scale
    let upper = (Libm.log(onePlus: high) - logDrift) * scale
    // In the upper tail the complements keep the digits of the difference.
    guard lower > 0 else {
      return NormalDistribution.standardCumulative(upper)
        - NormalDistribution.standardCumulative(lower)
    }
    return NormalDistribution.standardCumulative(-lower)
      - NormalDistribution.standardCumulative(-upper)
  }
}
