/// The gamma distribution with density x^(k−1) e^(−x/θ) / (Γ(k) θ^k).
public struct GammaDistribution: Hashable, Sendable {
  /// The shape k.
  public let shape: Double
  /// The scale θ, in the unit of the draws.
  public let scale: Double

  /// Creates a gamma distribution.
  ///
  /// - Parameters:
  ///   - shape: Finite and positive.
  ///   - scale: Finite and positive.
  public init(shape: Double, scale: Double = 1) {
    precondition(shape > 0 && shape.isFinite, "the shape must be positive: \(shape)")
    precondition(scale > 0 && scale.isFinite, "the scale must be positive: \(scale)")
    self.shape = shape
    self.scale = scale
  }

  /// The mean kθ.
  public var mean: Double { shape * scale }
  /// The variance kθ².
  public var variance: Double { shape * scale * scale }

  /// Draws a number by rejection; the count of words used varies.
  ///
  /// A shape below one is drawn at shape + 1 and multiplied by u^(1/k).
  /// Source: Marsaglia and Tsang (2000), "A simple method for generating gamma variables".
  ///
  /// - Parameter stream: The stream that is advanced, by about two words.
  /// - Returns: A number that is not negative.
  public func draw(using stream: inout Stream) -> Double {
    guard shape < 1 else { return scale * Self.draw(shape: shape, using: &stream) }
    let boosted = Self.draw(shape: shape + 1, using: &stream)
    return scale * boosted * Libm.pow(1 - stream.nextUniform(), 1 / shape)
  }

  private static func draw(shape: Double, using stream: inout Stream) -> Double {
    let d = shape - 1.0 / 3.0
    let c = 1 / (9 * d).squareRoot()
    while true {
      let x = stream.nextNormal()
      let root = 1 + c * x
      guard root > 0 else { continue }
      let v = root * root * root
      let logUniform = Libm.log(1 - stream.nextUniform())
      if logUniform < 0.5 * x * x + d - d * v + d * Libm.log(v) { return d * v }
    }
  }
}
