/// Sustainable leverage that every liquidation lowers, with or without recovery, day by day.
///
/// The claim to test: liquidations destroy the capacity for leverage for good, officials lift a floor
/// under the price, and volatility dies out. One day, in this order:
///
///     L = min(s (a_L/σ̂)^ε, L̄)              OI += k (φ L − OI)
///     Λ = Λ0 (σ̂/σ_ref)^ζ/(1 − S)^η         g = min(Λ c OI max(L, 1), g_max), for rises times a ratio
///     liq = min(g|e|/((1 − g) Λ), OI)        Δx = e + sgn(e) Λ liq
///     the part of a fall below F is divided by 1 + k_s; S grows by what is absorbed over Λ
///     L̄ ← n + ρ_L (L̄_∞ − n),  n = max(1, L̄ (1 − χ liq/OI)),  OI −= liq
///     σ̂² ← exponential average of 365 Δx²,   F ← F + μ_F/365
///
/// The news e is Student-t with the standard deviation σ_n/√365. OI and S are in units of the market's
/// value, Λ in log price per such unit. Source: `model.md` §5.4 with its corrections. Tested by S34.
public struct LeverageRatchet: Hashable, Sendable {
  /// σ_n, the volatility of news per year; what remains without leverage.
  public var newsVolatility = 0.33
  /// ν of the news, above two.
  public var shockDegreesOfFreedom = 4.0
  /// L̄_∞, where the sustainable leverage recovers to.
  public var longRunLeverageCap = 12.0
  /// s, the leverage desired when volatility is at its anchor.
  public var desiredLeverageScale = 6.0
  /// a_L, the anchor per year.
  public var volatilityAnchor = 0.3
  /// ε, how strongly calm raises desired leverage; one for a Value-at-Risk limit.
  public var leverageElasticity = 1.0
  /// k, the share of the way to its target that open interest covers in a day.
  public var openInterestSpeedPerDay = 0.05
  /// φ, open interest over market value per unit of leverage.
  public var openInterestPerLeverage = 0.004
  /// c, the density of liquidation prices: liquidated per unit of OI, leverage and log price.
  public var liquidationCoefficient = 1.0
  /// Λ0, log price per market value sold.
  public var baseImpact = 4.0
  /// ζ, how impact rises with volatility.
  public var impactVolatilityExponent = 0.5
  /// σ_ref, the volatility at which impact is Λ0.
  public var referenceVolatility = 0.45
  /// η, how impact rises as officials take coins off the market.
  public var floatExponent = 1.0
  /// g_max, below one.
  public var gainCap = 0.95
  /// The gain of short positions in a rise, over that of longs in a fall.
  public var shortSideGainRatio = 0.35
  /// χ, the loss of sustainable leverage when all open interest is liquidated.
  public var ratchetStrength = 0.5
  /// ρ_L, the share of lost leverage that comes back in a day; zero for an irreversible ratchet.
  public var leverageRecoveryPerDay = 1.0 / 250
  /// The half-life of the volatility average in days.
  public var volatilityHalfLifeDays = 20.0
  /// F at the start as a log price; +∞ for a floor that always binds.
  public var floorStart = -0.35
  /// μ_F, the rise of the floor per year.
  public var floorDriftPerYear = 0.0
  /// k_s, officials' absorption of falls below the floor.
  public var absorberStrength = 0.0
  /// Whether officials also sell into rises and at any price, which is a peg.
  public var isAbsorptionTwoSided = false
  /// The largest share of the supply that officials hold, below one.
  public var absorbedShareCap = 0.9
  /// σ̂ at the start.
  public var initialVolatility = 0.45
  /// L̄ at the start.
  public var initialLeverageCap = 12.0
  /// x at the start.
  public var initialLogPrice = 0.0
  /// S at the start.
  public var initialAbsorbedShare = 0.0

  /// Creates the model with the specification's parameters; change those of interest.
  public init() {}

  /// Stops the program at parameters without meaning.
  func checkDomain() {
    precondition(newsVolatility >= 0 && newsVolatility.isFinite, "news: \(newsVolatility)")
    precondition(shockDegreesOfFreedom > 2, "the news needs a variance: \(shockDegreesOfFreedom)")
    precondition(gainCap >= 0 && gainCap < 1, "the gain stays below one: \(gainCap)")
    precondition(
      absorbedShareCap >= 0 && absorbedShareCap < 1 && initialAbsorbedShare >= 0
        && initialAbsorbedShare <= absorbedShareCap,
      "officials hold less than everything: \(initialAbsorbedShare), \(absorbedShareCap)"
    )
    precondition(absorberStrength >= 0, "absorption is not negative: \(absorberStrength)")
    precondition(
      initialVolatility > 0 && referenceVolatility > 0 && volatilityAnchor > 0
        && volatilityHalfLifeDays > 0 && baseImpact > 0 && openInterestPerLeverage > 0,
      "volatilities, impact and open interest must be positive"
    )
    precondition(
      leverageRecoveryPerDay >= 0 && leverageRecoveryPerDay <= 1 && ratchetStrength >= 0,
      "leverage recovers by a share a day: \(leverageRecoveryPerDay)"
    )
  }
}
