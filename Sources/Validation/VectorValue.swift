/// A value of a test vector: what stands in its `inputs` and `expected`.
///
/// Whole numbers stay exact; quoted digits are words and compare character by character.
public enum VectorValue: Hashable, Sendable {
  /// Not given, unlimited or undefined.
  case null
  /// A truth value.
  case flag(Bool)
  /// A whole number that fits in 64 bits.
  case integer(Int64)
  /// Any other number.
  case number(Double)
  /// A word, or digits that were quoted.
  case word(String)
  /// Values in order.
  case list([VectorValue])
  /// Values by name, in the file's order.
  case map([Field])

  /// One name and its value.
  public struct Field: Hashable, Sendable {
    /// The name.
    public let name: String
    /// Its value.
    public let value: VectorValue

    /// Creates a field.
    public init(_ name: String, _ value: VectorValue) {
      self.name = name
      self.value = value
    }
  }

  /// The number as a double, or nil if the value is not a number.
  public var double: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .number(let value): value
    default: nil
    }
  }

  /// The value of a field of a map, or nil if this is no map or has no such field.
  public subscript(name: String) -> VectorValue? {
    guard case .map(let fields) = self else { return nil }
    return fields.first { $0.name == name }?.value
  }

  /// A list of numbers.
  public static func numbers(_ values: some Sequence<Double>) -> VectorValue {
    .list(values.map { .number($0) })
  }

  /// Unsigned words as the vectors write them: quoted decimal digits.
  public static func words(_ values: some Sequence<UInt64>) -> VectorValue {
    .list(values.map { .word(String($0)) })
  }
}

extension VectorValue: CustomStringConvertible {
  /// The value as one line of YAML flow style.
  public var description: String {
    switch self {
    case .null: "null"
    case .flag(let value): value ? "true" : "false"
    case .integer(let value): String(value)
    case .number(let value): String(value)
    case .word(let text): text
    case .list(let values): "[" + values.map(\.description).joined(separator: ", ") + "]"
    case .map(let fields):
      "{" + fields.map { "\($0.name): \($0.value)" }.joined(separator: ", ") + "}"
    }
  }
}
