public import Statistics

/// The linear equilibrium of Kyle's sequential auctions with one informed trader.
///
/// On [0, 1] there are N auctions, Δt = 1/N apart; noise traders' order has variance σ_u² Δt, the
/// informed one's is βₙ Δt (v − pₙ₋₁), and the price moves by λₙ times the total:
///
///     2 λₙ² (1 − αₙ λₙ) σ_u² Δt / Σₙ = 1 − 2 αₙ λₙ,   0 < λₙ < 1/(2 αₙ)
///     βₙ = λₙ σ_u² / Σₙ,   Σₙ₋₁ = Σₙ / (1 − βₙ λₙ Δt),   αₙ₋₁ = 1 / (4 λₙ (1 − αₙ λₙ)),  α_N = 0
///
/// One auction has λ = σ_v/(2 σ_u), β = σ_u/σ_v and Σ = σ_v²/2. The recursion runs backward from
/// Σ_N = 1; since λ scales with √Σ, one factor then brings Σ₀ to σ_v².
///
/// Source: Kyle (1985), theorem 2. Tested by row S16.
public struct KyleAuction: Hashable, Sendable {
  /// λₙ, the price move per unit of order flow, auctions 1 to N.
  public let priceImpact: [Double]
  /// βₙ, the informed trader's intensity per unit of time, auctions 1 to N.
  public let tradingIntensity: [Double]
  /// Σₙ, the variance of the value that is left after auction n, auctions 1 to N.
  public let posteriorVariance: [Double]

  /// Solves the equilibrium.
  ///
  /// - Parameters:
  ///   - auctions: N, at least 1.
  ///   - valueDeviation: σ_v, the standard deviation of the value, positive.
  ///   - noiseDeviation: σ_u, the standard deviation of noise orders over [0, 1], positive.
  /// - Throws: `StatisticsError` if the root of an auction cannot be found.
  /// - Complexity: O(N) root searches.
  public init(
    auctions: Int,
    valueDeviation: Double,
    noiseDeviation: Double
  ) throws(StatisticsError) {
    precondition(auctions >= 1, "at least one auction: \(auctions)")
    precondition(
      valueDeviation > 0 && noiseDeviation > 0,
      "deviations must be positive: \(valueDeviation), \(noiseDeviation)"
    )
    let interval = 1 / Double(auctions)
    var (variance, alpha) = (1.0, 0.0)
    var impacts: [Double] = []
    var intensities: [Double] = []
    var variances: [Double] = []
    for _ in 0..<auctions {
      // In units of the noise per auction: λ = impact · √Σ / (σ_u √Δt).
      let impact = try Self.impact(alpha: alpha, variance: variance)
      let intensity = impact / variance
      impacts.append(impact)
      intensities.append(intensity)
      variances.append(variance)
      alpha = 1 / (4 * impact * (1 - alpha * impact))
      variance /= 1 - intensity * impact
    }
    let noise = noiseDeviation * interval.squareRoot()
    let scale = valueDeviation / variance.squareRoot()
    priceImpact = impacts.reversed().map { $0 * scale / noise }
    tradingIntensity = intensities.reversed().map { $0 * noise / (scale * interval) }
    posteriorVariance = variances.reversed().map { $0 * scale * scale }
  }

  /// The root of 2 λ² (1 − α λ)/Σ = 1 − 2 α λ in 0 ..< 1/(2α), for unit noise.
  private static func impact(alpha: Double, variance: Double) throws(StatisticsError) -> Double {
    let last = (0.5 * variance).squareRoot()
    guard alpha > 0 else { return last }
    // The left side is below 2λ² · ½ at the upper end, so α > 0 always brackets one root.
    return try BrentMethod.root(
      of: { impact in
        1 - 2 * alpha * impact - 2 * impact * impact * (1 - alpha * impact) / variance
      },
      in: 0...(0.5 / alpha),
      tolerance: 1e-15 * last
    )
  }
}
