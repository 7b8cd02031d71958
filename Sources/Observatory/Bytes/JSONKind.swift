/// What a value of a JSON text is.
public enum JSONKind: UInt8, Hashable, Sendable {
  case null, `true`, `false`, number, string, array, object

  /// The kind in words.
  public var name: String {
    switch self {
    case .null: "null"
    case .true: "true"
    case .false: "false"
    case .number: "a number"
    case .string: "text"
    case .array: "a list"
    case .object: "an object"
    }
  }
}
