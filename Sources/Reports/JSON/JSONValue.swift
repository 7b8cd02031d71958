/// A JSON value whose objects keep the order of their keys, so that the same value gives the same
/// bytes.
///
///     let value: JSONValue = ["schema": "clino.map/1", "critical_sale_usd": 1.5e9]
///     value.text()   // {"schema":"clino.map/1","critical_sale_usd":1500000000.0}
public enum JSONValue: Hashable, Sendable {
  /// Nothing: a value that is not known or does not apply.
  case null
  /// True or false.
  case bool(Bool)
  /// A whole number, exact; beyond ±2^53 it is written as a string.
  case integer(Int128)
  /// A finite floating-point number, written with the fewest digits that give it back.
  case number(Double)
  /// Text.
  case string(String)
  /// A list.
  case array([JSONValue])
  /// Members in order.
  case object(JSONObject)

  /// The largest whole number that every reader of JSON keeps exactly.
  public static let integerMax: Int128 = 1 << 53

  /// The whole number of an integer of any width.
  public init(_ value: some BinaryInteger) { self = .integer(Int128(value)) }

  /// The member of an object under a key; nil if there is none or this is no object.
  public subscript(key: String) -> JSONValue? {
    if case .object(let object) = self { object[key] } else { nil }
  }

  /// The text, if this is a string.
  public var stringValue: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The whole number, if this is one, also one written as a string because of its size.
  public var integerValue: Int128? {
    switch self {
    case .integer(let value): value
    case .string(let text):
      Int128(text).flatMap { $0.magnitude > Self.integerMax.magnitude ? $0 : nil }
    default: nil
    }
  }

  /// The number as floating point, if this is a number.
  public var doubleValue: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .number(let value): value
    default: nil
    }
  }

  /// The truth value, if this is one.
  public var boolValue: Bool? {
    if case .bool(let value) = self { value } else { nil }
  }

  /// The elements, if this is a list.
  public var arrayValue: [JSONValue]? {
    if case .array(let elements) = self { elements } else { nil }
  }

  /// The members, if this is an object.
  public var objectValue: JSONObject? {
    if case .object(let object) = self { object } else { nil }
  }
}

extension JSONValue: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByStringLiteral,
  ExpressibleByStringInterpolation, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  /// Null.
  public init(nilLiteral: ()) { self = .null }
  /// True or false.
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  /// A whole number.
  public init(integerLiteral value: Int64) { self = .integer(Int128(value)) }
  /// A floating-point number.
  public init(floatLiteral value: Double) { self = .number(value) }
  /// Text.
  public init(stringLiteral value: String) { self = .string(value) }
  /// A list.
  public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  /// An object with its members in the order written; the keys must differ.
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(JSONObject(elements.map { JSONObject.Member(key: $0.0, value: $0.1) }))
  }
}
