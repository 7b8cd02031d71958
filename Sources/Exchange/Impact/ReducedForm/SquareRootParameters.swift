import Statistics

/// What a regularised square-root market is like in calm.
///
/// The defaults are those of bitcoin in `model.md` §1.2.
public struct SquareRootParameters: Hashable, Sendable {
  /// Y, the dimensionless prefactor of the square-root law; published values lie in 0.5 to 1.
  public var prefactor: Double
  /// σ_D, the daily volatility as a fraction.
  public var dailyVolatility: Double
  /// V_D, the daily volume in USD.
  public var dailyVolume: Double
  /// X₀, the volume in USD at which impact turns from linear to square root.
  public var regulariser: Double
  /// ρ, the rate per second at which displaced volume is replaced in calm.
  public var resiliencePerSecond: Double
  /// π, the share of the small-trade impact that stays.
  public var permanentShare: Double
  /// Half the bid-ask spread in log units.
  public var halfSpread: Double

  /// Creates parameters.
  ///
  /// - Parameters:
  ///   - prefactor: Not negative.
  ///   - dailyVolatility: A fraction, not negative.
  ///   - dailyVolume: USD, positive.
  ///   - regulariser: USD, positive; nil stands for 0.1 % of the daily volume.
  ///   - resiliencePerSecond: Per second, not negative.
  ///   - permanentShare: Not negative.
  ///   - halfSpread: Log units, not negative.
  public init(
    prefactor: Double = 0.8,
    dailyVolatility: Double,
    dailyVolume: Double,
    regulariser: Double? = nil,
    resiliencePerSecond: Double = SquareRootParameters.calmResilience,
    permanentShare: Double = 1.0 / 3.0,
    halfSpread: Double = 0
  ) {
    let crossover = regulariser ?? 0.001 * dailyVolume
    precondition(dailyVolume > 0, "daily volume must be positive: \(dailyVolume)")
    precondition(crossover > 0, "the regulariser must be positive: \(crossover)")
    precondition(
      prefactor >= 0 && dailyVolatility >= 0,
      "the impact must not be negative: \(prefactor) × \(dailyVolatility)"
    )
    precondition(resiliencePerSecond >= 0, "negative resilience: \(resiliencePerSecond)")
    precondition(permanentShare >= 0, "negative permanent share: \(permanentShare)")
    precondition(halfSpread >= 0, "negative half-spread: \(halfSpread)")
    self.prefactor = prefactor
    self.dailyVolatility = dailyVolatility
    self.dailyVolume = dailyVolume
    self.regulariser = crossover
    self.resiliencePerSecond = resiliencePerSecond
    self.permanentShare = permanentShare
    self.halfSpread = halfSpread
  }

  /// A half-life of twenty minutes, per second.
  public static let calmResilience = Libm.log(2) / 1_200

  /// c = Y σ_D / √(V_D A) in log units per √USD.
  ///
  /// - Parameter depthMultiplier: A, positive.
  /// - Returns: The scale of the impact.
  public func impactScale(depthMultiplier: Double = 1) -> Double {
    precondition(depthMultiplier > 0, "the depth must be positive: \(depthMultiplier)")
    return prefactor * dailyVolatility / (dailyVolume * depthMultiplier).squareRoot()
  }
}
