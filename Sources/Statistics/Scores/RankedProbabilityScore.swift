/// The score of probabilities over ordered categories, in which near misses cost less than far ones.
///
/// Source: Epstein (1969), Murphy (1971); model specification §7.7, row S29.
public enum RankedProbabilityScore {
  /// The largest distance of a list of probabilities from a sum of one.
  public static let sumTolerance = 1e-6

  /// The squared differences of cumulative probabilities, divided by (categories − 1).
  ///
  ///     try RankedProbabilityScore.score(probabilities: [0.72, 0.23, 0.05], outcome: 0)  // 0.04045
  ///
  /// - Parameters:
  ///   - probabilities: One per category in their order, summing to one; at least two.
  ///   - outcome: The index of the category that came true, counted from zero.
  /// - Returns: In 0 ... 1, smaller is better.
  /// - Throws: ``StatisticsError/observationsTooFew(quantity:count:minimum:)`` below two categories, or
  ///   ``StatisticsError/valueOutOfRange(field:value:expected:)``.
  public static func score(
    probabilities: [Double],
    outcome: Int
  ) throws(StatisticsError) -> Double {
    guard probabilities.count >= 2 else {
      throw .observationsTooFew(
        quantity: "ranked probability score",
        count: probabilities.count,
        minimum: 2
      )
    }
    try ScoreInput.checkUnitInterval(probabilities, field: "probability")
    let total = probabilities.reduce(0, +)
    guard abs(total - 1) <= sumTolerance else {
      throw .valueOutOfRange(field: "sum of probabilities", value: total, expected: "1")
    }
    guard probabilities.indices.contains(outcome) else {
      throw .valueOutOfRange(
        field: "outcome category",
        value: Double(outcome),
        expected: "0 ... \(probabilities.count - 1)"
      )
    }
    var cumulative = 0.0
    var sum = 0.0
    for index in probabilities.indices.dropLast() {
      cumulative += probabilities[index]
      let difference = cumulative - (index >= outcome ? 1 : 0)
      sum += difference * difference
    }
    return sum / Double(probabilities.count - 1)
  }
}
