/// The tail exponent of a sample with P(X > x) ∝ x^(−α) for large x.
///
/// From the k largest values over a threshold, the next largest value u:
/// 1/α̂ = (1/k) Σ ln(xᵢ/u), standard error α̂/√k for independent values.
/// Source: Hill (1975), "A simple general approach to inference about the tail of a distribution".
public struct HillEstimate: Hashable, Sendable {
  /// The tail exponent α̂; a smaller one is a heavier tail.
  public let exponent: Double
  /// The number k of values above the threshold.
  public let tailCount: Int
  /// The threshold u, the largest value left out.
  public let threshold: Double

  /// The standard error α̂/√k, too small for dependent values: use ``BlockBootstrap`` there.
  public var standardError: Double { exponent / Double(tailCount).squareRoot() }

  /// Estimates the exponent from a number of largest values.
  ///
  /// - Parameters:
  ///   - values: The sample, in any order; absolute returns, or losses as positive numbers.
  ///   - tailCount: The number k of largest values to use; positive.
  /// - Throws: ``StatisticsError/observationsTooFew(quantity:count:minimum:)`` unless the sample has
  ///   more than k values, ``StatisticsError/valueOutOfRange(field:value:expected:)`` if the threshold
  ///   is not positive or a value is not finite, and
  ///   ``StatisticsError/fitNotIdentified(model:reason:)`` if all tail values equal the threshold.
  /// - Complexity: O(n log n).
  public init(of values: [Double], tailCount: Int) throws(StatisticsError) {
    precondition(tailCount > 0, "the tail count must be positive: \(tailCount)")
    guard values.count > tailCount else {
      throw .observationsTooFew(
        quantity: "Hill estimate",
        count: values.count,
        minimum: tailCount + 1
      )
    }
    if let value = values.first(where: { !$0.isFinite }) {
      throw .valueOutOfRange(field: "value", value: value, expected: "a finite number")
    }
    let sorted = values.sorted(by: >)
    let threshold = sorted[tailCount]
    guard threshold > 0 else {
      throw .valueOutOfRange(field: "tail threshold", value: threshold, expected: "above 0")
    }
    let sum = sorted[..<tailCount].reduce(0) { $0 + Libm.log($1 / threshold) }
    guard sum > 0 else {
      throw .fitNotIdentified(
        model: "Hill estimate",
        reason: "all tail values equal the threshold"
      )
    }
    exponent = Double(tailCount) / sum
    self.tailCount = tailCount
    self.threshold = threshold
  }

  /// Estimates the exponent from a share of largest values.
  ///
  /// - Parameters:
  ///   - values: The sample, in any order.
  ///   - tailFraction: Above 0 and below 1; k is this share of the sample, rounded down, at least 1.
  /// - Throws: As ``init(of:tailCount:)``.
  /// - Complexity: O(n log n).
  public init(of values: [Double], tailFraction: Double) throws(StatisticsError) {
    precondition(
      tailFraction > 0 && tailFraction < 1,
      "a share lies between 0 and 1: \(tailFraction)"
    )
    try self.init(of: values, tailCount: max(1, Int(tailFraction * Double(values.count))))
  }
}
