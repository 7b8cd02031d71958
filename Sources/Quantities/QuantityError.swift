/// What can go wrong with an exact quantity.
public enum QuantityError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The exact result does not fit in 64 bits; `operation` shows the operands.
  case overflow(operation: String)
  /// An amount cannot be split because every weight is zero.
  case noWeight
  /// A text is not a decimal number of the declared scale.
  case malformedNumber(text: String, expected: String)
  /// A text is not a time of the expected form.
  case malformedTime(text: String, expected: String)

  /// The stable name of the error.
  public var code: String {
    switch self {
    case .overflow: "quantity.overflow"
    case .noWeight: "quantity.split.noWeight"
    case .malformedNumber: "quantity.number.malformed"
    case .malformedTime: "quantity.time.malformed"
    }
  }

  /// One line for a person.
  public var description: String {
    switch self {
    case .overflow(let operation): "the result of \(operation) does not fit in 64 bits"
    case .noWeight: "cannot split an amount: every weight is zero"
    case .malformedNumber(let text, let expected), .malformedTime(let text, let expected):
      "got \"\(text)\", expected \(expected)"
    }
  }
}
