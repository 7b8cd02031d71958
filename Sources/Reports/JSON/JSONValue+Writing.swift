extension JSONValue {
  /// How JSON text is laid out.
  public enum Layout: Sendable {
    /// On one line without spaces.
    case compact
    /// One member a line, two spaces a level, for people.
    case indented
    /// On one line, with `<`, `>` and `&` escaped so that it can stand in an HTML script element.
    case embedded
  }

  /// The JSON text; a number that is not finite traps.
  ///
  /// - Complexity: O(text).
  public func text(_ layout: Layout = .compact) -> String {
    String(decoding: bytes(layout), as: UTF8.self)
  }

  /// The JSON text as UTF-8, without a line break at its end; a number that is not finite traps.
  ///
  /// The same value gives the same bytes, always.
  ///
  /// - Complexity: O(text).
  public func bytes(_ layout: Layout = .compact) -> [UInt8] {
    var writer = JSONWriter(layout: layout)
    writer.write(self, level: 0)
    return writer.bytes
  }
}

private struct JSONWriter {
  let layout: JSONValue.Layout
  private(set) var bytes: [UInt8] = []
  private static let hexadecimal = Array("0123456789abcdef".utf8)

  init(layout: JSONValue.Layout) { self.layout = layout }

  mutating func write(_ value: JSONValue, level: Int) {
    switch value {
    case .null: append("null")
    case .bool(let value): append(value ? "true" : "false")
    case .integer(let value):
      let isLarge = value.magnitude > JSONValue.integerMax.magnitude
      append(isLarge ? "\"\(value)\"" : "\(value)")
    case .number(let value):
      precondition(value.isFinite, "JSON has no number for \(value)")
      append("\(value)")
    case .string(let text): writeString(text)
    case .array(let elements):
      writeList("[", "]", count: elements.count, level: level) { writer, index in
        writer.write(elements[index], level: level + 1)
      }
    case .object(let object):
      writeList("{", "}", count: object.members.count, level: level) { writer, index in
        writer.writeString(object.members[index].key)
        writer.append(writer.layout == .indented ? ": " : ":")
        writer.write(object.members[index].value, level: level + 1)
      }
    }
  }

  private mutating func writeList(
    _ opening: String,
    _ closing: String,
    count: Int,
    level: Int,
    element: (inout JSONWriter, Int) -> Void
  ) {
    append(opening)
    for index in 0..<count {
      if index > 0 { append(",") }
      breakLine(level: level + 1)
      element(&self, index)
    }
    if count > 0 { breakLine(level: level) }
    append(closing)
  }

  private mutating func breakLine(level: Int) {
    guard layout == .indented else { return }
    append("\n")
    append(String(repeating: "  ", count: level))
  }

  private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  private mutating func writeString(_ text: String) {
    append("\"")
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): append("\\\"")
      case UInt8(ascii: "\\"): append("\\\\")
      case UInt8(ascii: "\n"): append("\\n")
      case UInt8(ascii: "\r"): append("\\r")
      case UInt8(ascii: "\t"): append("\\t")
      case 0..<0x20, 0x7f: escape(byte)
      case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"):
        if layout == .embedded { escape(byte) } else { bytes.append(byte) }
      default: bytes.append(byte)
      }
    }
    append("\"")
  }

  private mutating func escape(_ byte: UInt8) {
    append("\\u00")
    bytes.append(Self.hexadecimal[Int(byte >> 4)])
    bytes.append(Self.hexadecimal[Int(byte & 15)])
  }
}
