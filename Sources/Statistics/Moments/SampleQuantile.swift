/// Exact quantiles of a sample, Hyndman–Fan type 7, the only definition that Clinometer prints.
///
/// At probability p the quantile lies at position (n − 1)p between the order statistics, interpolated
/// linearly. Source: Hyndman and Fan (1996), "Sample quantiles in statistical packages"; the default
/// of NumPy and R.
public enum SampleQuantile {
  /// The quantile of a sample.
  ///
  ///     try SampleQuantile.type7(of: [3, 1, 2, 4], at: 0.5)  // 2.5
  ///
  /// - Parameters:
  ///   - values: In any order, no NaN.
  ///   - probability: In 0 ... 1.
  /// - Returns: In the unit of the values.
  /// - Throws: ``StatisticsError/observationsTooFew(quantity:count:minimum:)`` for an empty sample, or
  ///   ``StatisticsError/valueOutOfRange(field:value:expected:)``.
  /// - Complexity: O(n log n).
  public static func type7(
    of values: [Double],
    at probability: Double
  ) throws(StatisticsError) -> Double {
    try type7(of: values, at: [probability])[0]
  }

  /// The quantiles of a sample at several probabilities, with one sort.
  ///
  /// - Parameters:
  ///   - values: In any order, no NaN.
  ///   - probabilities: Each in 0 ... 1.
  /// - Returns: One quantile per probability, in the order asked.
  /// - Throws: As ``type7(of:at:)-(_,Double)``.
  /// - Complexity: O(n log n).
  public static func type7(
    of values: [Double],
    at probabilities: [Double]
  ) throws(StatisticsError) -> [Double] {
    guard !values.isEmpty else {
      throw .observationsTooFew(quantity: "quantile", count: 0, minimum: 1)
    }
    guard !values.contains(where: \.isNaN) else {
      throw .valueOutOfRange(field: "value", value: .nan, expected: "a number")
    }
    let sorted = values.sorted()
    var quantiles: [Double] = []
    quantiles.reserveCapacity(probabilities.count)
    for probability in probabilities {
      guard probability >= 0 && probability <= 1 else {
        throw .valueOutOfRange(field: "probability", value: probability, expected: "0 ... 1")
      }
      quantiles.append(type7(ofSorted: sorted, at: probability))
    }
    return quantiles
  }

  /// The quantile of a sample that is already sorted.
  ///
  /// - Parameters:
  ///   - sorted: Ascending and not empty.
  ///   - probability: In 0 ... 1.
  /// - Returns: In the unit of the values.
  /// - Complexity: O(1).
  public static func type7(ofSorted sorted: [Double], at probability: Double) -> Double {
    precondition(!sorted.isEmpty, "an empty sample has no quantile")
    precondition(
      probability >= 0 && probability <= 1,
      "a probability lies in 0 ... 1: \(probability)"
    )
    let position = Double(sorted.count - 1) * probability
    let index = min(Int(position), sorted.count - 1)
    let fraction = position - Double(index)
    guard fraction > 0 else { return sorted[index] }
    return interpolate(from: sorted[index], to: sorted[index + 1], share: fraction)
  }

  /// The point a share of the way, computed from the nearer end as NumPy does, hence monotone.
  static func interpolate(from lower: Double, to upper: Double, share: Double) -> Double {
    // Equal ends include equal infinities, whose difference would be NaN.
    guard lower != upper else { return lower }
    let width = upper - lower
    return share < 0.5 ? lower + width * share : upper - width * (1 - share)
  }
}
