/// Purchases of two assets made comparable by the size or the liquidity of their markets.
///
/// Source: indicator I13 of the model specification; row S41. The two versions answer different
/// questions and give different numbers; both are reported.
public enum ScaledImpact {
  /// (buy₁/cap₁)/(buy₂/cap₂), the ratio of purchases as shares of market capitalisation.
  ///
  ///     ScaledImpact.capitalisationRatio(
  ///       purchases: (429e6, 963e6), capitalisations: (1, 5))   // 2.2274
  ///
  /// - Parameters:
  ///   - purchases: Both purchases, one currency, the second not zero.
  ///   - capitalisations: Both capitalisations, positive; only their ratio matters.
  /// - Returns: Above one if the first purchase is the larger share of its market.
  public static func capitalisationRatio(
    purchases: (first: Double, second: Double),
    capitalisations: (first: Double, second: Double)
  ) -> Double {
    precondition(purchases.second != 0, "the second purchase must not be zero")
    precondition(
      capitalisations.first > 0 && capitalisations.second > 0,
      "capitalisations must be positive: \(capitalisations)"
    )
    return (purchases.first / capitalisations.first) / (purchases.second / capitalisations.second)
  }

  /// σ₁√(Q₁/V₁)/(σ₂√(Q₂/V₂)), the ratio of impacts by the square-root law.
  ///
  /// - Parameters:
  ///   - purchases: Q, both purchases, one currency, not negative, the second positive.
  ///   - dailyVolumes: V, both markets' daily volumes, positive.
  ///   - volatilities: σ, both assets' daily volatilities, positive.
  /// - Returns: Above one if the first purchase moves its price more.
  public static func squareRootRatio(
    purchases: (first: Double, second: Double),
    dailyVolumes: (first: Double, second: Double),
    volatilities: (first: Double, second: Double)
  ) -> Double {
    precondition(
      purchases.first >= 0 && purchases.second > 0,
      "purchases must be positive: \(purchases)"
    )
    precondition(
      dailyVolumes.first > 0 && dailyVolumes.second > 0 && volatilities.second > 0,
      "volumes and volatilities must be positive: \(dailyVolumes), \(volatilities)"
    )
    let first = volatilities.first * (purchases.first / dailyVolumes.first).squareRoot()
    let second = volatilities.second * (purchases.second / dailyVolumes.second).squareRoot()
    return first / second
  }
}
