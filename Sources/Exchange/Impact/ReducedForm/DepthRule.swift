import Statistics

/// How the depth of a market follows market makers' capital, volatility and withdrawal.
///
///     A = A_floor + (1 − A_floor) · min(1, E/E₀) · (σ_ref / σ̂_1h)^ζ · w
///
/// Source: `model.md` §1.2.
public struct DepthRule: Hashable, Sendable {
  /// A_floor, the depth that never leaves.
  public var floor: Double
  /// ζ, the exponent of volatility.
  public var volatilityExponent: Double
  /// σ_ref, the hourly volatility at which the depth is that of calm, as a fraction.
  public var referenceVolatility: Double

  /// Creates a rule.
  ///
  /// - Parameters:
  ///   - floor: Between 0 and 1, default 0.05; zero would stop the recovery for ever.
  ///   - volatilityExponent: Not negative, default 0.8.
  ///   - referenceVolatility: Hourly volatility, positive.
  public init(floor: Double = 0.05, volatilityExponent: Double = 0.8, referenceVolatility: Double) {
    precondition(floor > 0 && floor < 1, "the depth floor lies between 0 and 1: \(floor)")
    precondition(volatilityExponent >= 0, "negative exponent: \(volatilityExponent)")
    precondition(referenceVolatility > 0, "volatility must be positive: \(referenceVolatility)")
    self.floor = floor
    self.volatilityExponent = volatilityExponent
    self.referenceVolatility = referenceVolatility
  }

  /// The depth multiplier A.
  ///
  /// - Parameters:
  ///   - capitalRatio: Market makers' equity over its opening value; below zero counts as none.
  ///   - hourlyVolatility: σ̂_1h, the current estimate, positive.
  ///   - presence: w in 0 ... 1, the share of market makers that has not withdrawn.
  /// - Returns: At least the floor; above 1 when the market is calmer than the reference.
  public func multiplier(
    capitalRatio: Double,
    hourlyVolatility: Double,
    presence: Double = 1
  ) -> Double {
    precondition(hourlyVolatility > 0, "volatility must be positive: \(hourlyVolatility)")
    precondition((0...1).contains(presence), "presence lies in 0 ... 1: \(presence)")
    let capital = min(1, max(0, capitalRatio))
    let calm = Libm.pow(referenceVolatility / hourlyVolatility, volatilityExponent)
    return floor + (1 - floor) * capital * calm * presence
  }
}
