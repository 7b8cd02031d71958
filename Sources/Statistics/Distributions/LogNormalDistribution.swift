/// The distribution of a number whose natural logarithm is normal.
public struct LogNormalDistribution: Hashable, Sendable {
  /// The mean of the logarithm; the median is its exponential.
  public let logMean: Double
  /// The standard deviation of the logarithm.
  public let logStandardDeviation: Double

  /// Creates a lognormal distribution.
  ///
  /// - Parameters:
  ///   - logMean: Finite.
  ///   - logStandardDeviation: Finite and positive.
  public init(logMean: Double, logStandardDeviation: Double) {
    precondition(logMean.isFinite, "the mean of the logarithm must be finite: \(logMean)")
    precondition(
      logStandardDeviation > 0 && logStandardDeviation.isFinite,
      "the standard deviation of the logarithm must be positive: \(logStandardDeviation)"
    )
    self.logMean = logMean
    self.logStandardDeviation = logStandardDeviation
  }

  /// The mean exp(μ + σ²/2).
  public var mean: Double {
    Libm.exp(logMean + 0.5 * logStandardDeviation * logStandardDeviation)
  }

  /// The median exp(μ).
  public var median: Double { Libm.exp(logMean) }

  /// Draws a number from exactly one word of the stream.
  ///
  /// - Parameter stream: The stream that is advanced.
  /// - Returns: A positive number.
  public func draw(using stream: inout Stream) -> Double {
    Libm.exp(logMean + logStandardDeviation * stream.nextNormal())
  }
}
