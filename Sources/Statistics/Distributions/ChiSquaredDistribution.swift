/// The χ² distribution, the law of a sum of squared standard normals.
public struct ChiSquaredDistribution: Hashable, Sendable {
  /// The degrees of freedom ν.
  public let degreesOfFreedom: Double

  /// Creates a χ² distribution.
  ///
  /// - Parameter degreesOfFreedom: Finite and positive, not necessarily whole.
  public init(degreesOfFreedom: Double) {
    precondition(
      degreesOfFreedom > 0 && degreesOfFreedom.isFinite,
      "the degrees of freedom must be positive: \(degreesOfFreedom)"
    )
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// The mean ν.
  public var mean: Double { degreesOfFreedom }
  /// The variance 2ν.
  public var variance: Double { 2 * degreesOfFreedom }

  /// Draws a number as twice a gamma number of shape ν/2; the count of words used varies.
  ///
  /// - Parameter stream: The stream that is advanced, by about two words.
  /// - Returns: A number that is not negative.
  public func draw(using stream: inout Stream) -> Double {
    GammaDistribution(shape: degreesOfFreedom / 2, scale: 2).draw(using: &stream)
  }
}
