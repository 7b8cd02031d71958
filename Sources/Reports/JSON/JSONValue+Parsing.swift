extension JSONValue {
  /// Reads one JSON value (RFC 8259), strictly.
  ///
  /// Repeated keys, trailing commas, comments, lone surrogates, bytes that are not UTF-8, numbers
  /// that do not fit and anything after the value are errors.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8 text.
  ///   - depthMax: How many lists and objects may lie in each other.
  /// - Throws: ``JSONError`` at the first fault.
  /// - Complexity: O(bytes).
  public init(parsing bytes: [UInt8], depthMax: Int = 64) throws(JSONError) {
    var parser = JSONParser(bytes)
    self = try parser.document(depthMax: depthMax)
  }

  /// Reads one JSON value from text; see ``init(parsing:depthMax:)-([UInt8],_)``.
  public init(parsing text: String, depthMax: Int = 64) throws(JSONError) {
    try self.init(parsing: Array(text.utf8), depthMax: depthMax)
  }
}

private struct JSONParser {
  private let bytes: [UInt8]
  private var position = 0
  private static let simpleEscapes: [UInt8: UInt8] = [
    UInt8(ascii: "\""): 0x22, UInt8(ascii: "\\"): 0x5c, UInt8(ascii: "/"): 0x2f,
    UInt8(ascii: "b"): 0x08, UInt8(ascii: "f"): 0x0c, UInt8(ascii: "n"): 0x0a,
    UInt8(ascii: "r"): 0x0d, UInt8(ascii: "t"): 0x09,
  ]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  mutating func document(depthMax: Int) throws(JSONError) -> JSONValue {
    skipSpace()
    let value = try value(depthLeft: depthMax)
    skipSpace()
    guard current == nil else { throw failure("the end of the text") }
    return value
  }

  private mutating func value(depthLeft: Int) throws(JSONError) -> JSONValue {
    switch current {
    case UInt8(ascii: "{"): return .object(try object(depthLeft: depthLeft))
    case UInt8(ascii: "["): return .array(try array(depthLeft: depthLeft))
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-"): return try number()
    case let byte? where isDigit(byte): return try number()
    default: throw failure("a value")
    }
  }

  private mutating func object(depthLeft: Int) throws(JSONError) -> JSONObject {
    guard depthLeft > 0 else { throw failure("less nesting") }
    position += 1
    skipSpace()
    var members: [JSONObject.Member] = []
    var keys: Set<String> = []
    if take("}") { return JSONObject(members) }
    while true {
      skipSpace()
      guard current == UInt8(ascii: "\"") else { throw failure("a key in quotes") }
      let start = position
      let key = try string()
      guard keys.insert(key).inserted else {
        position = start
        throw failure("each key once")
      }
      skipSpace()
      guard take(":") else { throw failure("a colon") }
      skipSpace()
      members.append(JSONObject.Member(key: key, value: try value(depthLeft: depthLeft - 1)))
      skipSpace()
      if take("}") { return JSONObject(members) }
      guard take(",") else { throw failure("a comma or }") }
    }
  }

  private mutating func array(depthLeft: Int) throws(JSONError) -> [JSONValue] {
    guard depthLeft > 0 else { throw failure("less nesting") }
    position += 1
    skipSpace()
    var elements: [JSONValue] = []
    if take("]") { return elements }
    while true {
      skipSpace()
      elements.append(try value(depthLeft: depthLeft - 1))
      skipSpace()
      if take("]") { return elements }
      guard take(",") else { throw failure("a comma or ]") }
    }
  }

  private mutating func word(_ word: String, _ value: JSONValue) throws(JSONError) -> JSONValue {
    guard bytes[position...].starts(with: word.utf8) else { throw failure("a value") }
    position += word.utf8.count
    return value
  }

  private mutating func number() throws(JSONError) -> JSONValue {
    let start = position
    _ = take("-")
    if !take("0") { try digits() }
    var isWhole = true
    if take(".") {
      isWhole = false
      try digits()
    }
    if take("e") || take("E") {
      isWhole = false
      if !take("-") { _ = take("+") }
      try digits()
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    if isWhole, let value = Int128(text) { return .integer(value) }
    if !isWhole, let value = Double(text), value.isFinite { return .number(value) }
    position = start
    throw failure("a number that fits")
  }

  private mutating func digits() throws(JSONError) {
    let start = position
    while let byte = current, isDigit(byte) { position += 1 }
    guard position > start else { throw failure("a digit") }
  }

  private func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private mutating func string() throws(JSONError) -> String {
    position += 1
    let start = position
    var unescaped: [UInt8] = []
    while let byte = current {
      switch byte {
      case UInt8(ascii: "\""):
        guard let text = String(validating: unescaped, as: UTF8.self) else {
          position = start
          throw failure("UTF-8 text")
        }
        position += 1
        return text
      case UInt8(ascii: "\\"): unescaped.append(contentsOf: try escaped())
      case 0..<0x20: throw failure("no control character in text")
      default:
        unescaped.append(byte)
        position += 1
      }
    }
    throw failure("a closing quote")
  }

  private mutating func escaped() throws(JSONError) -> [UInt8] {
    position += 1
    if let byte = current, let plain = Self.simpleEscapes[byte] {
      position += 1
      return [plain]
    }
    guard take("u") else { throw failure("an escape") }
    let start = position
    var code = try hexadecimal()
    if (0xd800..<0xdc00).contains(code) {
      guard take("\\"), take("u") else { throw failure("the second half of a pair") }
      let low = try hexadecimal()
      guard (0xdc00..<0xe000).contains(low) else { throw failure("the second half of a pair") }
      code = 0x10000 + (code - 0xd800) << 10 + (low - 0xdc00)
    }
    guard let scalar = Unicode.Scalar(code) else {
      position = start
      throw failure("a character")
    }
    return Array(String(Character(scalar)).utf8)
  }

  private mutating func hexadecimal() throws(JSONError) -> UInt32 {
    var code: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = current, let digit = Character(Unicode.Scalar(byte)).hexDigitValue,
        byte < 0x80
      else { throw failure("four hexadecimal digits") }
      code = code << 4 + UInt32(digit)
      position += 1
    }
    return code
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard current == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func skipSpace() {
    while let byte = current, [0x20, 0x0a, 0x0d, 0x09].contains(byte) { position += 1 }
  }

  private func failure(_ expected: String) -> JSONError {
    let before = bytes[..<position]
    let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let found: String
    switch current {
    case nil: found = "the end"
    case let byte? where (0x21..<0x7f).contains(byte): found = "\(Unicode.Scalar(byte))"
    case let byte?: found = "byte \(byte)"
    }
    return JSONError(
      line: before.count { $0 == UInt8(ascii: "\n") } + 1,
      // Bytes 10xxxxxx continue a character.
      column: bytes[lineStart..<position].count { $0 & 0xc0 != 0x80 } + 1,
      found: found,
      expected: expected
    )
  }
}
