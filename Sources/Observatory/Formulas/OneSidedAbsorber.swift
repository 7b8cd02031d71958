import Statistics

/// What a buyer who cushions falls, and only falls, does to volatility.
///
/// Gaussian moves, of which falls are divided by 1 + k. The mean square falls to (1 + c²)/2 of what it
/// was, c = 1/(1 + k), and the mean rises to (1 − c)/√(2π) standard deviations. Even an infinitely deep
/// buyer leaves 1/√2 of the uncentred volatility. Source: model specification §5.4; row S33.
///
///     OneSidedAbsorber(strength: 3).uncentredVolatilityRatio   // 0.7289
public struct OneSidedAbsorber: Hashable, Sendable {
  /// k, not negative.
  public let strength: Double

  /// Creates an absorber.
  ///
  /// - Parameter strength: k, not negative; infinity for a hard floor.
  public init(strength: Double) {
    precondition(strength >= 0, "a strength must not be negative: \(strength)")
    self.strength = strength
  }

  private var keptShare: Double { 1 / (1 + strength) }
  private var meanSquare: Double { 0.5 * (1 + keptShare * keptShare) }

  /// The root mean square with the absorber over that without.
  public var uncentredVolatilityRatio: Double { meanSquare.squareRoot() }

  /// The standard deviation with the absorber over that without.
  public var centredVolatilityRatio: Double {
    let mean = (1 - keptShare) * NormalDistribution.standardDensity(0)
    return (meanSquare - mean * mean).squareRoot()
  }
}
