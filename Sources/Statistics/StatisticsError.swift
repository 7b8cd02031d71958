/// A statistical question that has no answer for the given input.
///
/// Misuse by the program (a negative variance, an empty range) traps instead; these cases arise from
/// data.
public enum StatisticsError: Error, Hashable, Sendable {
  /// A root was sought between two points at which the function has the same strict sign.
  case rootNotBracketed(
    lower: Double,
    upper: Double,
    valueAtLower: Double,
    valueAtUpper: Double
  )
  /// A function under search returned NaN or an infinity at a point.
  case functionNotFinite(point: Double, value: Double)
  /// An iteration did not reach its tolerance within its limit.
  case iterationLimitReached(method: String, limit: Int)
  /// An estimator was given fewer observations than it can use.
  case observationsTooFew(quantity: String, count: Int, minimum: Int)
  /// A number lies outside what a statistic is defined for.
  case valueOutOfRange(field: String, value: Double, expected: String)
  /// The observations do not determine the parameters of a model.
  case fitNotIdentified(model: String, reason: String)
}

extension StatisticsError: CustomStringConvertible {
  /// The stable identifier of the case, for tables of exit codes and messages.
  public var code: String {
    switch self {
    case .rootNotBracketed: "statistics.root.not_bracketed"
    case .functionNotFinite: "statistics.function.not_finite"
    case .iterationLimitReached: "statistics.iteration.limit"
    case .observationsTooFew: "statistics.observations.too_few"
    case .valueOutOfRange: "statistics.value.out_of_range"
    case .fitNotIdentified: "statistics.fit.not_identified"
    }
  }

  /// One line for a person.
  public var description: String {
    switch self {
    case .rootNotBracketed(let lower, let upper, let valueAtLower, let valueAtUpper):
      "root: got f(\(lower)) = \(valueAtLower) and f(\(upper)) = \(valueAtUpper), "
        + "expected opposite signs"
    case .functionNotFinite(let point, let value):
      "function: got \(value) at \(point), expected a finite value"
    case .iterationLimitReached(let method, let limit):
      "\(method): no convergence within \(limit) iterations"
    case .observationsTooFew(let quantity, let count, let minimum):
      "\(quantity): got \(count) observations, expected at least \(minimum)"
    case .valueOutOfRange(let field, let value, let expected):
      "\(field): got \(value), expected \(expected)"
    case .fitNotIdentified(let model, let reason):
      "\(model): parameters not determined by the observations, \(reason)"
    }
  }
}
