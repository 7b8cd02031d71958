/// Why a vector could not be run.
public enum VectorError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The engine has no such topic, task or setting yet.
  case unsupported(what: String)
  /// An input is absent.
  case missing(field: String, expected: String)
  /// An input has the wrong form or a value outside its domain.
  case invalid(field: String, value: String, expected: String)
  /// The engine refused the inputs.
  case refused(reason: String)

  /// One line for a person.
  public var description: String {
    switch self {
    case .unsupported(let what): "unsupported: \(what)"
    case .missing(let field, let expected): "\(field): missing, expected \(expected)"
    case .invalid(let field, let value, let expected):
      "\(field): got \(value), expected \(expected)"
    case .refused(let reason): reason
    }
  }
}
