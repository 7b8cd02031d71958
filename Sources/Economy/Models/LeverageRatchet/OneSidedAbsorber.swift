/// What a floor that always binds, and absorbs falls only, does to Gaussian volatility.
///
/// Falls are divided by 1 + k, rises left alone. With c = 1/(1 + k) the second moment of a standard
/// normal move becomes (1 + c²)/2 and its mean (1 − c)/√(2π). However strong, such a floor leaves
/// 1/√2 of the volatility around zero. Source: `model.md` §5.4. Tested by row S33.
public struct OneSidedAbsorber: Hashable, Sendable {
  /// k, not negative; infinity for a floor that no fall passes.
  public let strength: Double

  /// Creates the absorber.
  ///
  /// - Parameter strength: k, not negative.
  public init(strength: Double) {
    precondition(strength >= 0, "absorption is not negative: \(strength)")
    self.strength = strength
  }

  /// √((1 + c²)/2), volatility around zero over that without absorber.
  public var uncentredRatio: Double { secondMoment.squareRoot() }

  /// √((1 + c²)/2 − (1 − c)²/2π), volatility around the mean over that without absorber.
  public var centredRatio: Double {
    let passed = passed
    return (secondMoment - (1 - passed) * (1 - passed) / (2 * Double.pi)).squareRoot()
  }

  /// The greatest news volatility with which a target around zero can still be met.
  ///
  ///     OneSidedAbsorber(strength: .infinity).newsVolatility(forTarget: 0.15)  // 0.2121
  ///
  /// - Parameter target: Volatility per year.
  /// - Returns: σ_n per year.
  public func newsVolatility(forTarget target: Double) -> Double { target / uncentredRatio }

  private var passed: Double { 1 / (1 + strength) }
  private var secondMoment: Double { 0.5 * (1 + passed * passed) }
}
