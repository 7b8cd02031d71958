/// An interval with its level.
public struct ConfidenceInterval: Hashable, Sendable, Codable {
  /// The lower end.
  public let lower: Double
  /// The upper end.
  public let upper: Double
  /// The share of repetitions in which such an interval covers the truth, between 0 and 1.
  public let confidence: Double

  /// Creates an interval.
  ///
  /// - Parameters:
  ///   - lower: The lower end.
  ///   - upper: The upper end, not below `lower`.
  ///   - confidence: Between 0 and 1, ends excluded.
  public init(lower: Double, upper: Double, confidence: Double) {
    precondition(lower <= upper, "an interval's ends ascend: \(lower), \(upper)")
    precondition(
      confidence > 0 && confidence < 1,
      "a level lies between 0 and 1: \(confidence)"
    )
    self.lower = lower
    self.upper = upper
    self.confidence = confidence
  }

  /// Whether the interval contains a value, ends included.
  ///
  /// - Parameter value: Any number.
  /// - Returns: True if lower ≤ value ≤ upper.
  public func contains(_ value: Double) -> Bool {
    lower <= value && value <= upper
  }
}

extension ConfidenceInterval {
  /// The two-sided normal critical value Φ⁻¹((1 + confidence)/2), refused outside 0 and 1.
  static func criticalValue(confidence: Double) throws(StatisticsError) -> Double {
    guard confidence > 0 && confidence < 1 else {
      throw .valueOutOfRange(
        field: "confidence",
        value: confidence,
        expected: "between 0 and 1, ends excluded"
      )
    }
    // The lower tail keeps its digits for levels close to one.
    return -NormalDistribution.standardQuantile(0.5 * (1 - confidence))
  }
}
