/// Why bytes are not comma-separated values as RFC 4180 has them.
public enum CSVError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A quoted field is not closed before the end of the file.
  case quoteUnclosed(line: Int)
  /// Something other than a comma or the end of the line follows a closing quote.
  case textAfterQuote(line: Int)
  /// A quote stands inside a field that does not start with one.
  case quoteInsideField(line: Int)
  /// A carriage return is not followed by a line feed.
  case carriageReturnAlone(line: Int)

  /// The line of the file, from 1.
  public var line: Int {
    switch self {
    case .quoteUnclosed(let line), .textAfterQuote(let line), .quoteInsideField(let line),
      .carriageReturnAlone(let line):
      line
    }
  }

  /// What was expected there.
  public var expected: String {
    switch self {
    case .quoteUnclosed: "a closing quote"
    case .textAfterQuote: "a comma or the end of the line after a closing quote"
    case .quoteInsideField: "a field with a quote in it to be quoted"
    case .carriageReturnAlone: "a line feed after a carriage return"
    }
  }

  /// One line for a person.
  public var description: String { "line \(line): expected \(expected)" }
}
