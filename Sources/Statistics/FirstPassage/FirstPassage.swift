/// The probability that a Brownian motion with drift reaches a barrier within a time.
///
/// Source: Borodin and Salminen, "Handbook of Brownian Motion", part II 1.1.4; row S50, forecast F10.
public enum FirstPassage {
  /// Φ((μT − a)/σ√T) + e^(2μa/σ²) Φ(−(a + μT)/σ√T) with a = |ln(barrier/start)| and μ towards the barrier.
  ///
  /// Without drift it is 2Φ(−a/σ√T).
  ///
  ///     FirstPassage.probability(
  ///       start: 85_129.43, barrier: 50_000, volatility: 0.45, years: 1_136.0 / 365)   // 0.5027
  ///
  /// - Parameters:
  ///   - start: The price now, positive.
  ///   - barrier: The price to reach, positive, above or below; equal is reached already.
  ///   - volatility: σ of the log price per √year, positive.
  ///   - years: T, not negative.
  ///   - logDrift: μ of the log price per year, positive upwards.
  /// - Returns: In 0 ... 1, for continuous observation.
  public static func probability(
    start: Double,
    barrier: Double,
    volatility: Double,
    years: Double,
    logDrift: Double = 0
  ) -> Double {
    precondition(start > 0 && barrier > 0, "prices must be positive: \(start), \(barrier)")
    precondition(volatility > 0, "the volatility must be positive: \(volatility)")
    precondition(years >= 0, "the time must not be negative: \(years)")
    let signedDistance = Libm.log(barrier / start)
    let distance = abs(signedDistance)
    guard distance > 0 else { return 1 }
    guard years > 0 else { return 0 }
    let drift = signedDistance > 0 ? logDrift : -logDrift
    let deviation = volatility * years.squareRoot()
    let direct = NormalDistribution.standardCumulative((drift * years - distance) / deviation)
    let mirrored = NormalDistribution.standardCumulative(-(distance + drift * years) / deviation)
    // A vanishing tail times an overflowing weight would be undefined; the product itself is below one.
    guard mirrored > 0 else { return direct }
    let weight = 2 * drift * distance / (volatility * volatility) + Libm.log(mirrored)
    return min(1, direct + Libm.exp(weight))
  }
}
