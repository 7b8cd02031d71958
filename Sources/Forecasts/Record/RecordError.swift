/// Why a record, or a forecast to be entered, is refused.
public enum RecordError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A line or field is broken.
  case line(file: String, line: Int, field: String, value: String, expected: String)
  /// A file to be entered is no forecast.
  case forecast(file: String, detail: String)

  /// The stable name of the case.
  public var code: String {
    switch self {
    case .line: "record.line"
    case .forecast: "record.forecast"
    }
  }

  /// One line for a person.
  public var description: String {
    switch self {
    case .line(let file, let line, let field, let value, let expected):
      "\(file):\(line): \(field): got \(value), expected \(expected)"
    case .forecast(let file, let detail): "\(file): \(detail)"
    }
  }
}
