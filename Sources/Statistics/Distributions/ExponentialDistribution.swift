/// The exponential distribution, the waiting time of a Poisson process.
public struct ExponentialDistribution: Hashable, Sendable {
  /// Events per unit of time.
  public let rate: Double

  /// Creates an exponential distribution.
  ///
  /// - Parameter rate: Finite and positive, per unit of time.
  public init(rate: Double) {
    precondition(rate > 0 && rate.isFinite, "the rate must be positive: \(rate)")
    self.rate = rate
  }

  /// The mean waiting time 1/rate.
  public var mean: Double { 1 / rate }

  /// Draws a waiting time by inversion, −ln(1 − u)/rate, from exactly one word of the stream.
  ///
  /// - Parameter stream: The stream that is advanced.
  /// - Returns: A finite number, not negative.
  public func draw(using stream: inout Stream) -> Double {
    -Libm.log(onePlus: -stream.nextUniform()) / rate
  }
}
