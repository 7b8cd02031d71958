/// Why a position book or a cascade refuses an input.
public enum CascadeError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A field has a value outside its domain.
  case invalid(field: String, value: String, expected: String)
  /// No open position has this id.
  case positionUnknown(id: Int32)
  /// An exact result does not fit its integer.
  case overflow(operation: String)
  /// An equation has no solution in the domain.
  case unsolvable(equation: String, reason: String)

  /// The stable name of the error.
  public var code: String {
    switch self {
    case .invalid: "cascade.field.invalid"
    case .positionUnknown: "cascade.position.unknown"
    case .overflow: "cascade.overflow"
    case .unsolvable: "cascade.unsolvable"
    }
  }

  /// One line for a person.
  public var description: String {
    switch self {
    case .invalid(let field, let value, let expected):
      "\(field): got \(value), expected \(expected)"
    case .positionUnknown(let id): "position \(id) is not open"
    case .overflow(let operation): "the result of \(operation) does not fit"
    case .unsolvable(let equation, let reason): "\(equation): \(reason)"
    }
  }
}
