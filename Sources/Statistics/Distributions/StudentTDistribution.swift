/// Student's t distribution, the usual law of daily returns with heavy tails.
///
/// A draw is normal/√(χ²/ν). The normal comes from one stream, one word per draw, and the χ², whose
/// count of words varies, from another, so that normals stay aligned between two runs that differ:
///
///     var mixing = stream.companion
///     let shock = StudentTDistribution(degreesOfFreedom: 4).draw(mixing: &mixing, using: &stream)
public struct StudentTDistribution: Hashable, Sendable {
  /// The degrees of freedom ν; moments of order ν and above do not exist.
  public let degreesOfFreedom: Double

  /// Creates a t distribution with unit scale.
  ///
  /// - Parameter degreesOfFreedom: Finite and positive.
  public init(degreesOfFreedom: Double) {
    precondition(
      degreesOfFreedom > 0 && degreesOfFreedom.isFinite,
      "the degrees of freedom must be positive: \(degreesOfFreedom)"
    )
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// The variance ν/(ν − 2), infinite for ν ≤ 2.
  public var variance: Double {
    degreesOfFreedom > 2 ? degreesOfFreedom / (degreesOfFreedom - 2) : .infinity
  }

  /// Draws a number with the scale of the distribution itself.
  ///
  /// - Parameters:
  ///   - mixing: The stream of the χ², advanced by about two words; use the stream's companion.
  ///   - stream: The stream of the normal, advanced by exactly one word.
  /// - Returns: A number with variance ν/(ν − 2).
  public func draw(mixing: inout Stream, using stream: inout Stream) -> Double {
    let chiSquared = ChiSquaredDistribution(degreesOfFreedom: degreesOfFreedom)
    return stream.nextNormal() / (chiSquared.draw(using: &mixing) / degreesOfFreedom).squareRoot()
  }

  /// Draws a number rescaled to variance one, for shocks stated by their volatility.
  ///
  /// - Parameters:
  ///   - mixing: The stream of the χ², advanced by about two words; use the stream's companion.
  ///   - stream: The stream of the normal, advanced by exactly one word.
  /// - Returns: A number with variance one; ν must be above two.
  public func drawStandardised(mixing: inout Stream, using stream: inout Stream) -> Double {
    precondition(
      degreesOfFreedom > 2,
      "the variance is infinite for ν = \(degreesOfFreedom)"
    )
    return draw(mixing: &mixing, using: &stream) / variance.squareRoot()
  }
}
