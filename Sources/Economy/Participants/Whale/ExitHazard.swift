import Statistics

/// The daily hazard with which a dormant holder leaves (`model.md` §3.11).
///
///     h = h₀ exp(a_w min(ln(p/cost), 5)/5 + b_w B),   B = 1/(1 + e^{−10(ρ₆₀ − 0.5)})
///
/// with ρ₆₀ the sixty-day correlation of the coin with shares, zero while unknown: B is how far holders
/// believe that the coin has become one more risky asset.
struct ExitHazard: Hashable, Sendable {
  /// h₀ per day.
  let base: Double
  /// a_w.
  let gainWeight: Double
  /// b_w.
  let beliefWeight: Double

  /// B of a correlation.
  static func belief(correlation: Double) -> Double {
    1 / (1 + Libm.exp(-10 * (correlation - 0.5)))
  }

  /// h, per day.
  func rate(logGain: Double, belief: Double) -> Double {
    base * Libm.exp(gainWeight * min(logGain, 5) / 5 + beliefWeight * belief)
  }

  /// The largest h of any cost, per day.
  func rateMax(belief: Double) -> Double {
    base * Libm.exp(max(0, gainWeight) + beliefWeight * belief)
  }

  /// 1 − e^{−h}, the probability of an exit in a day.
  static func probability(rate: Double) -> Double { -Libm.expMinusOne(-rate) }
}
