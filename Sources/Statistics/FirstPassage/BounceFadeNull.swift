/// How often a rise within a session is gone by the next opening if prices are a driftless Brownian
/// motion: the null against which a "bounce is sold" pattern has to stand out.
///
/// With a day's volatility σ, a session that is the share s of the day, the session's maximum M above
/// its opening and the price W₁ at the next opening,
///
///     P(W₁ ≤ 0 | M ≥ b) = ∫_b^∞ φ(y/σ√s)/(σ√s) [Φ((y − 2b)/τ) + Φ(−y/τ)] dy / 2Φ(−b/σ√s),  τ = σ√(1 − s)
///
/// by the reflection principle. A maximum seen only at the ends of bars of length Δ is lower; raising b
/// by 0.5826 σ√Δ allows for that. Sources: indicator I14; Broadie, Glasserman and Kou (1997), "A
/// continuity correction for discrete barrier options".
public struct BounceFadeNull: Hashable, Sendable {
  /// σ, the standard deviation of a day's log return.
  public let dailyVolatility: Double
  /// s, the session's share of the day from opening to opening: 390 of 1 440 minutes in New York.
  public let sessionShare: Double
  /// Δ as a share of the day; zero for continuous observation.
  public let barShare: Double

  /// Creates the null.
  ///
  /// - Parameters:
  ///   - dailyVolatility: σ, positive.
  ///   - sessionMinutes: From the opening to the close, above 0 and below 1 440.
  ///   - barMinutes: The spacing of the prices from which maxima are taken; zero for continuous ones.
  public init(dailyVolatility: Double, sessionMinutes: Double = 390, barMinutes: Double = 0) {
    precondition(dailyVolatility > 0, "the volatility must be positive: \(dailyVolatility)")
    precondition(
      sessionMinutes > 0 && sessionMinutes < 1_440,
      "a session is a part of a day: \(sessionMinutes) minutes"
    )
    precondition(
      barMinutes >= 0 && barMinutes <= sessionMinutes,
      "a bar is a part of the session: \(barMinutes) minutes"
    )
    self.dailyVolatility = dailyVolatility
    sessionShare = sessionMinutes / 1_440
    barShare = barMinutes / 1_440
  }

  /// The probability that the rise is gone by the next opening, given that it reached a threshold.
  ///
  ///     BounceFadeNull(dailyVolatility: 0.035).probability(threshold: 0.03)   // 0.1707
  ///
  /// - Parameter threshold: b, the least rise in log price from the opening to the maximum, positive.
  /// - Returns: P(fade ≥ 1 | rise ≥ b), in 0 ... 0.5.
  public func probability(threshold: Double) -> Double {
    precondition(threshold > 0, "the threshold must be positive: \(threshold)")
    let barrier = threshold + 0.5826 * dailyVolatility * barShare.squareRoot()
    let session = dailyVolatility * sessionShare.squareRoot()
    let night = dailyVolatility * (1 - sessionShare).squareRoot()
    // In units of the session's deviation; the conditional density decays as fast as the normal one.
    let start = barrier / session
    let tail = NormalDistribution.standardCumulative(-start)
    let ratio = session / night
    let stepCount = 2_000
    let width = 12.0 / Double(stepCount)
    var sum = 0.0
    for step in 0...stepCount {
      let y = start + width * Double(step)
      let weight = step == 0 || step == stepCount ? 1.0 : step.isMultiple(of: 2) ? 2 : 4
      let gone =
        NormalDistribution.standardCumulative((y - 2 * start) * ratio)
        + NormalDistribution.standardCumulative(-y * ratio)
      sum += weight * NormalDistribution.standardDensity(y) * gone
    }
    return sum * width / 3 / (2 * tail)
  }
}
