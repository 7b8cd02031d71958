/// The cheapest way to trade a size against a block-shaped book that refills exponentially.
///
///     first and last trade = X/(ρT + 2),   in between at rate ρX/(ρT + 2)
///     cost = λ_p X²/2 + κ X²/(ρT + 2),   κ = 1/q − λ_p
///
/// Source: Obizhaeva & Wang (2013), proposition 3; `model.md` §1.4. Tested by row S21.
public struct ObizhaevaWang: Hashable, Sendable {
  /// The block traded at once at the start.
  public let initialTrade: Double
  /// Units per unit of time during the horizon.
  public let tradingRate: Double
  /// The block traded at the end.
  public let finalTrade: Double
  /// The expected cost beyond size times initial price, spread excluded.
  public let cost: Double

  /// Solves the execution.
  ///
  /// - Parameters:
  ///   - totalSize: X, units; negative to sell.
  ///   - blockDepth: q, units per unit of price, positive.
  ///   - permanentImpact: λ_p, price per unit, in 0 ... 1/q.
  ///   - resilience: ρ, per unit of time, not negative.
  ///   - horizon: T, not negative.
  public init(
    totalSize: Double,
    blockDepth: Double,
    permanentImpact: Double,
    resilience: Double,
    horizon: Double
  ) {
    precondition(blockDepth > 0, "the depth must be positive: \(blockDepth)")
    precondition(
      permanentImpact >= 0 && permanentImpact * blockDepth <= 1,
      "the permanent impact lies in 0 ... 1/depth: \(permanentImpact)"
    )
    precondition(
      resilience >= 0 && horizon >= 0,
      "resilience and horizon must not be negative: \(resilience), \(horizon)"
    )
    let denominator = resilience * horizon + 2
    initialTrade = totalSize / denominator
    finalTrade = initialTrade
    tradingRate = resilience * initialTrade
    let transient = 1 / blockDepth - permanentImpact
    cost =
      totalSize * totalSize * (0.5 * permanentImpact + transient / denominator)
  }
}
