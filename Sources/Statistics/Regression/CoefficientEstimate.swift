/// An estimate with a standard error and a normal law.
public struct CoefficientEstimate: Hashable, Sendable {
  /// The estimate.
  public let value: Double
  /// Its standard error, not negative.
  public let standardError: Double

  /// Creates an estimate.
  ///
  /// - Parameters:
  ///   - value: Finite.
  ///   - standardError: Not negative.
  public init(value: Double, standardError: Double) {
    precondition(standardError >= 0, "a standard error must not be negative: \(standardError)")
    self.value = value
    self.standardError = standardError
  }

  /// The probability of an estimate at least this far from zero on either side if the truth is zero.
  public var twoSidedProbability: Double {
    guard standardError > 0 else { return value == 0 ? 1 : 0 }
    return 2 * NormalDistribution.standardCumulative(-abs(value) / standardError)
  }

  /// value ± z · standard error.
  ///
  /// - Parameter confidence: The level, between 0 and 1.
  /// - Returns: The interval.
  /// - Throws: ``StatisticsError/valueOutOfRange(field:value:expected:)`` for a level outside its range.
  public func interval(confidence: Double = 0.95) throws(StatisticsError) -> ConfidenceInterval {
    let halfWidth = try ConfidenceInterval.criticalValue(confidence: confidence) * standardError
    return ConfidenceInterval(
      lower: value - halfWidth,
      upper: value + halfWidth,
      confidence: confidence
    )
  }
}
