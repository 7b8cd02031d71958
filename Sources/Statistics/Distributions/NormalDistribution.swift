/// The normal distribution.
///
///     NormalDistribution.standard.cumulative(1.96)  // 0.9750021048517795
public struct NormalDistribution: Hashable, Sendable {
  /// The mean μ.
  public let mean: Double
  /// The standard deviation σ.
  public let standardDeviation: Double

  /// The distribution with mean 0 and standard deviation 1.
  public static let standard = NormalDistribution(mean: 0, standardDeviation: 1)

  /// Creates a normal distribution.
  ///
  /// - Parameters:
  ///   - mean: Finite.
  ///   - standardDeviation: Finite and positive.
  public init(mean: Double, standardDeviation: Double) {
    precondition(mean.isFinite, "the mean must be finite: \(mean)")
    precondition(
      standardDeviation > 0 && standardDeviation.isFinite,
      "the standard deviation must be positive: \(standardDeviation)"
    )
    self.mean = mean
    self.standardDeviation = standardDeviation
  }

  /// The density φ((x − μ)/σ)/σ.
  ///
  /// - Parameter x: Any number.
  /// - Returns: Per unit of x, not negative.
  public func density(_ x: Double) -> Double {
    Self.standardDensity((x - mean) / standardDeviation) / standardDeviation
  }

  /// The probability of a value at most `x`.
  ///
  /// - Parameter x: Any number, infinities included.
  /// - Returns: Φ((x − μ)/σ) in 0 ... 1.
  public func cumulative(_ x: Double) -> Double {
    Self.standardCumulative((x - mean) / standardDeviation)
  }

  /// The value below which a share `probability` of draws lies.
  ///
  /// - Parameter probability: In 0 ... 1; the ends give infinities.
  /// - Returns: μ + σ Φ⁻¹(probability).
  public func quantile(_ probability: Double) -> Double {
    mean + standardDeviation * Self.standardQuantile(probability)
  }

  /// Draws a number from exactly one word of the stream.
  ///
  /// - Parameter stream: The stream that is advanced.
  /// - Returns: A finite number.
  public func draw(using stream: inout Stream) -> Double {
    mean + standardDeviation * stream.nextNormal()
  }

  /// The standard density φ(z) = exp(−z²/2)/√(2π).
  ///
  /// - Parameter z: Any number.
  /// - Returns: In 0 ... 0.3989423.
  public static func standardDensity(_ z: Double) -> Double {
    0.398_942_280_401_432_7 * Libm.exp(-0.5 * z * z)
  }

  /// The standard distribution function Φ(z) = ½ erfc(−z/√2), relative error about 2 · 10⁻¹⁶.
  ///
  /// In the lower tail erfc amplifies the rounding of −z/√2 by z²; that rounding is known from a fused
  /// product and taken out to first order, erfc′(t) = −2 e^(−t²)/√π.
  ///
  /// - Parameter z: Any number.
  /// - Returns: In 0 ... 1.
  public static func standardCumulative(_ z: Double) -> Double {
    let argument = -z * inverseRootTwo
    guard z < -1 && z > -38 else { return 0.5 * Libm.erfc(argument) }
    let rounding = (-argument).addingProduct(-z, inverseRootTwo) - z * inverseRootTwoRemainder
    let slope = -1.128_379_167_095_512_6 * Libm.exp(-argument * argument)
    return 0.5 * (Libm.erfc(argument) + slope * rounding)
  }

  /// 1/√2 as the sum of two doubles.
  private static var inverseRootTwo: Double { 0.707_106_781_186_547_5 }
  private static var inverseRootTwoRemainder: Double { 6.268583589525109e-17 }
}
