/// Where outcomes fell in their forecast distributions; uniform if the forecasts are calibrated.
///
/// Sources: Dawid (1984); Gneiting, Balabdaoui and Raftery (2007); model specification §7.7.
public struct ProbabilityIntegralTransform: Hashable, Sendable {
  /// F(y) of each resolved forecast.
  public let values: [Double]

  /// The fewest resolved forecasts that are judged.
  public static let observationsMin = 30

  /// Takes the values of resolved forecasts.
  ///
  /// - Parameter values: F(y), each in 0 ... 1.
  /// - Throws: ``StatisticsError/observationsTooFew(quantity:count:minimum:)`` below
  ///   ``observationsMin``, or ``StatisticsError/valueOutOfRange(field:value:expected:)``.
  public init(values: [Double]) throws(StatisticsError) {
    guard values.count >= Self.observationsMin else {
      throw .observationsTooFew(
        quantity: "probability integral transform",
        count: values.count,
        minimum: Self.observationsMin
      )
    }
    try ScoreInput.checkUnitInterval(values, field: "transformed outcome")
    self.values = values
  }

  /// The place of an outcome in an ensemble, (members below + half the equal ones)/members.
  ///
  /// - Parameters:
  ///   - outcome: What came true.
  ///   - ensemble: Members of the forecast, not empty.
  /// - Returns: In 0 ... 1.
  public static func value(of outcome: Double, in ensemble: [Double]) -> Double {
    precondition(!ensemble.isEmpty, "an ensemble has members")
    let score = ensemble.reduce(0.0) { $0 + ($1 < outcome ? 1 : $1 == outcome ? 0.5 : 0) }
    return score / Double(ensemble.count)
  }

  /// The number of values in each of some bins of equal width, the last including one.
  ///
  /// - Parameter binCount: Positive.
  /// - Returns: One count per bin.
  public func histogram(binCount: Int = 10) -> [Int] {
    precondition(binCount > 0, "a histogram has a bin: \(binCount)")
    var counts = [Int](repeating: 0, count: binCount)
    for value in values { counts[min(Int(value * Double(binCount)), binCount - 1)] += 1 }
    return counts
  }

  /// The largest distance of the values' distribution function from the uniform one (Kolmogorov).
  ///
  /// - Complexity: O(n log n).
  public var uniformDistance: Double {
    let n = Double(values.count)
    var distance = 0.0
    for (index, value) in values.sorted().enumerated() {
      distance = max(distance, value - Double(index) / n, Double(index + 1) / n - value)
    }
    return distance
  }

  /// The probability of at least such a distance if the forecasts are calibrated and independent.
  ///
  /// Kolmogorov's limit 2 Σ (−1)^(k−1) e^(−2k²x²) at x = d(√n + 0.12 + 0.11/√n), Stephens (1970).
  public var uniformProbability: Double {
    let root = Double(values.count).squareRoot()
    let x = uniformDistance * (root + 0.12 + 0.11 / root)
    // Below this the series does not converge within its terms, and the limit is one to nine digits.
    guard x > 0.25 else { return 1 }
    var sum = 0.0
    for k in 1...40 {
      let term = Libm.exp(-2 * Double(k * k) * x * x)
      sum += k.isMultiple(of: 2) ? -term : term
    }
    return min(max(2 * sum, 0), 1)
  }
}
