/// The checks shared by scores of probabilities.
enum ScoreInput {
  static func check(
    probabilities: [Double],
    outcomes: [Double],
    score: String
  ) throws(StatisticsError) {
    precondition(
      probabilities.count == outcomes.count,
      "each probability has an outcome: \(probabilities.count) and \(outcomes.count)"
    )
    guard !probabilities.isEmpty else {
      throw .observationsTooFew(quantity: score, count: 0, minimum: 1)
    }
    try checkUnitInterval(probabilities, field: "probability")
    try checkUnitInterval(outcomes, field: "outcome")
  }

  static func checkUnitInterval(
    _ values: [Double],
    field: String
  ) throws(StatisticsError) {
    for value in values {
      guard value >= 0 && value <= 1 else {
        throw .valueOutOfRange(field: field, value: value, expected: "0 ... 1")
      }
    }
  }
}
