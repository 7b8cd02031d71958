/// Why a published model refuses its parameters.
public enum ModelError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A parameter lies outside its domain.
  case invalid(model: String, field: String, value: String, expected: String)
  /// Rounds were still forcing sales when they were stopped.
  case notAtRest(model: String, rounds: Int)
  /// A fixed point was not reached within its tolerance.
  case notConverged(model: String, rounds: Int)

  /// The stable name of the error.
  public var code: String {
    switch self {
    case .invalid: "model.parameter.invalid"
    case .notAtRest: "model.rounds.endless"
    case .notConverged: "model.iteration.limit"
    }
  }

  /// One line for a person.
  public var description: String {
    switch self {
    case .invalid(let model, let field, let value, let expected):
      "\(model): \(field): got \(value), expected \(expected)"
    case .notAtRest(let model, let rounds):
      "\(model): still selling after \(rounds) rounds"
    case .notConverged(let model, let rounds):
      "\(model): no fixed point after \(rounds) rounds"
    }
  }
}

/// The checks that models of many holders share.
struct ModelDomain {
  /// The model's name in errors.
  let model: String

  /// Checks every number of a list and how many there are.
  func check(
    _ numbers: [Double],
    _ field: String,
    count: Int,
    _ expected: String,
    _ isValid: (Double) -> Bool
  ) throws(ModelError) {
    guard numbers.count == count else {
      throw invalid(field, "\(numbers.count) numbers", "\(count)")
    }
    for number in numbers where !number.isFinite || !isValid(number) {
      throw invalid(field, "\(number)", expected)
    }
  }

  /// Checks that a matrix has rows, all of one length, and every number.
  func check(
    rows: [[Double]],
    _ field: String,
    _ expected: String,
    _ isValid: (Double) -> Bool
  ) throws(ModelError) {
    guard let width = rows.first?.count, width > 0 else {
      throw invalid(field, "no cell", "a row per holder and a column per asset")
    }
    for row in rows { try check(row, field, count: width, expected, isValid) }
  }

  /// Checks one number.
  func check(
    _ number: Double,
    _ field: String,
    _ expected: String,
    _ isValid: (Double) -> Bool
  ) throws(ModelError) {
    try check([number], field, count: 1, expected, isValid)
  }

  /// The error for one parameter.
  func invalid(_ field: String, _ value: String, _ expected: String) -> ModelError {
    .invalid(model: model, field: field, value: value, expected: expected)
  }
}
