/// A value of a JSON text whose numbers keep their digits.
///
/// A second reader beside that of the observatory, on purpose: a core room imports neither Foundation nor
/// the observatory, and the opening sheet is the one text that this room reads. Numbers stay text so that
/// a quantity is scaled exactly and never passes through a double.
enum JSONValue: Hashable {
  case null
  case flag(Bool)
  case number(String)
  case text(String)
  case list([JSONValue])
  case object([Field])

  struct Field: Hashable {
    let name: String
    let value: JSONValue
  }

  /// The value of a field, or nil if this is no object or has no such field.
  subscript(name: String) -> JSONValue? {
    guard case .object(let fields) = self else { return nil }
    return fields.first { $0.name == name }?.value
  }
}

/// Reads JSON text: the whole grammar but escapes of characters beyond the basic ones.
struct JSONReader {
  private let bytes: [UInt8]
  private var position = 0
  /// How many lists and objects are open; a sheet needs four.
  private var depth = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The one value of the text.
  mutating func document() throws(OpeningSheetError) -> JSONValue {
    let value = try value()
    skipSpace()
    guard position == bytes.count else { throw malformed("the end of the text") }
    return value
  }

  private mutating func value() throws(OpeningSheetError) -> JSONValue {
    skipSpace()
    guard position < bytes.count else { throw malformed("a value") }
    switch bytes[position] {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      guard depth < 32 else { throw malformed("at most 32 levels of lists and objects") }
      depth += 1
      defer { depth -= 1 }
      return bytes[position] == UInt8(ascii: "{") ? try object() : try list()
    case UInt8(ascii: "\""): return .text(try text())
    case UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "n"): return try word()
    default: return try number()
    }
  }

  private mutating func object() throws(OpeningSheetError) -> JSONValue {
    var fields: [JSONValue.Field] = []
    position += 1
    skipSpace()
    if take("}") { return .object([]) }
    while true {
      skipSpace()
      let name = try text()
      guard !fields.contains(where: { $0.name == name }) else {
        throw malformed("a field other than \"\(name)\", which is given")
      }
      skipSpace()
      guard take(":") else { throw malformed("a colon") }
      fields.append(JSONValue.Field(name: name, value: try value()))
      skipSpace()
      if take("}") { return .object(fields) }
      guard take(",") else { throw malformed("a comma or a closing brace") }
    }
  }

  private mutating func list() throws(OpeningSheetError) -> JSONValue {
    var values: [JSONValue] = []
    position += 1
    skipSpace()
    if take("]") { return .list([]) }
    while true {
      values.append(try value())
      skipSpace()
      if take("]") { return .list(values) }
      guard take(",") else { throw malformed("a comma or a closing bracket") }
    }
  }

  private mutating func text() throws(OpeningSheetError) -> String {
    guard take("\"") else { throw malformed("a quoted text") }
    var result: [UInt8] = []
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: result, as: UTF8.self)
      case UInt8(ascii: "\\"):
        guard position < bytes.count,
          [UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/")].contains(bytes[position])
        else { throw malformed("an escaped quote, backslash or slash") }
        result.append(bytes[position])
        position += 1
      case 0..<32: throw malformed("a quoted text on one line")
      default: result.append(byte)
      }
    }
    throw malformed("a closing quote")
  }

  private mutating func word() throws(OpeningSheetError) -> JSONValue {
    let words: [(String, JSONValue)] = [
      ("true", .flag(true)), ("false", .flag(false)), ("null", .null),
    ]
    for (word, value) in words where bytes[position...].starts(with: word.utf8) {
      position += word.utf8.count
      return value
    }
    throw malformed("true, false or null")
  }

  private mutating func number() throws(OpeningSheetError) -> JSONValue {
    let start = position
    while position < bytes.count, isNumeric(bytes[position]) { position += 1 }
    guard position > start else { throw malformed("a value") }
    return .number(String(decoding: bytes[start..<position], as: UTF8.self))
  }

  private func isNumeric(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func skipSpace() {
    while position < bytes.count, [9, 10, 13, 32].contains(bytes[position]) { position += 1 }
  }

  private func malformed(_ expected: String) -> OpeningSheetError {
    let line = 1 + bytes[..<position].count { $0 == 10 }
    return .malformed(line: line, expected: expected)
  }
}
