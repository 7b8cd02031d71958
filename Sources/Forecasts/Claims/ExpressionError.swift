/// Why an expression has no value.
public enum ExpressionError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The text is not an expression; `offset` counts bytes from 0.
  case malformed(expression: String, offset: Int, found: String, expected: String)
  /// Parentheses, signs or powers lie too deep in each other.
  case tooDeep(expression: String, depthMax: Int)
  /// The value is infinite or undefined: a division by zero, the root of a negative number.
  case notFinite(expression: String)

  /// One line for a person.
  public var description: String {
    switch self {
    case .malformed(let expression, let offset, let found, let expected):
      "\(expression): byte \(offset): got \(found), expected \(expected)"
    case .tooDeep(let expression, let depthMax):
      "\(expression.prefix(40)): expected at most \(depthMax) levels"
    case .notFinite(let expression): "\(expression): expected a finite value"
    }
  }
}
