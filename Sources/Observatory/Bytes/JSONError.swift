/// Where and why text is not JSON.
public struct JSONError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The line, from 1.
  public let line: Int
  /// The character in the line, from 1.
  public let column: Int
  /// What stands there.
  public let found: String
  /// What was expected there.
  public let expected: String

  /// Creates an error from its parts.
  package init(line: Int, column: Int, found: String, expected: String) {
    self.line = line
    self.column = column
    self.found = found
    self.expected = expected
  }

  /// The fault at an offset of the text.
  init(_ bytes: [UInt8], at offset: Int, expected: String) {
    let place = TextPlace(bytes, at: offset)
    line = place.line
    column = place.column
    if offset < bytes.count {
      let byte = bytes[offset]
      found = (0x21..<0x7f).contains(byte) ? "\(Unicode.Scalar(byte))" : "byte \(byte)"
    } else {
      found = "the end"
    }
    self.expected = expected
  }

  /// One line for a person.
  public var description: String { "\(line):\(column): got \(found), expected \(expected)" }
}
