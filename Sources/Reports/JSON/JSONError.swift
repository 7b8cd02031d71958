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

  /// One line for a person.
  public var description: String { "\(line):\(column): got \(found), expected \(expected)" }
}
