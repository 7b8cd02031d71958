/// The Pareto distribution P(X > x) = (scale/x)^exponent, the law of large holders.
public struct ParetoDistribution: Hashable, Sendable {
  /// The least value.
  public let scale: Double
  /// The tail exponent α; moments of order α and above are infinite.
  public let exponent: Double

  /// Creates a Pareto distribution.
  ///
  /// - Parameters:
  ///   - scale: Finite and positive, in the unit of the draws.
  ///   - exponent: Finite and positive.
  public init(scale: Double, exponent: Double) {
    precondition(scale > 0 && scale.isFinite, "the scale must be positive: \(scale)")
    precondition(exponent > 0 && exponent.isFinite, "the exponent must be positive: \(exponent)")
    self.scale = scale
    self.exponent = exponent
  }

  /// The mean α·scale/(α − 1), infinite for α ≤ 1.
  public var mean: Double {
    exponent > 1 ? exponent * scale / (exponent - 1) : .infinity
  }

  /// Draws a number by inversion, scale·(1 − u)^(−1/α), from exactly one word of the stream.
  ///
  /// - Parameter stream: The stream that is advanced.
  /// - Returns: At least `scale`.
  public func draw(using stream: inout Stream) -> Double {
    scale * Libm.pow(1 - stream.nextUniform(), -1 / exponent)
  }
}
