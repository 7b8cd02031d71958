/// Writes one line of a journal: a JSON object with keys in a fixed order and no spaces.
///
/// Numbers are the shortest text that reads back to the same double, so that equal states give equal
/// bytes on one thread or many, in debug or release.
struct JournalLine {
  private(set) var bytes: [UInt8] = [UInt8(ascii: "{")]
  private(set) var nonfiniteCount = 0

  init(run: Int, kind: String) {
    integer("run", Int64(run))
    word("kind", kind)
  }

  /// Adds a whole number.
  mutating func integer(_ name: String, _ value: Int64) {
    key(name)
    append(String(value))
  }

  /// Adds a number; one that is not finite is written as null and counted.
  mutating func number(_ name: String, _ value: Double) {
    key(name)
    if value.isFinite {
      append(String(value))
    } else {
      nonfiniteCount += 1
      append("null")
    }
  }

  /// Adds a word of letters, digits and marks that need no escape.
  mutating func word(_ name: String, _ value: String) {
    key(name)
    append("\"")
    append(value)
    append("\"")
  }

  /// Adds a text of any characters, such as a name that a person has given.
  mutating func text(_ name: String, _ value: String) {
    key(name)
    append(JournalLine.quoted(value))
  }

  /// Adds a list of texts.
  mutating func texts(_ name: String, _ values: [String]) {
    key(name)
    append("[" + values.map(JournalLine.quoted).joined(separator: ",") + "]")
  }

  /// Adds a list of numbers; those that are not finite are written as null and counted.
  mutating func numbers(_ name: String, _ values: [Double]) {
    key(name)
    nonfiniteCount += values.count { !$0.isFinite }
    append("[" + values.map { $0.isFinite ? String($0) : "null" }.joined(separator: ",") + "]")
  }

  /// A text in quotation marks, with what JSON does not allow inside escaped.
  private static func quoted(_ value: String) -> String {
    var escaped = "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": escaped += "\\\""
      case "\\": escaped += "\\\\"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        escaped += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped + "\""
  }

  /// Ends the object and the line.
  mutating func end() {
    append("}\n")
  }

  private mutating func key(_ name: String) {
    if bytes.count > 1 { append(",") }
    append("\"")
    append(name)
    append("\":")
  }

  private mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }
}
