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
