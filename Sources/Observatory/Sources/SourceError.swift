/// Why a public data file cannot be used; nothing is repaired silently.
///
/// The description is one line, `file:line: field: got VALUE, expected WHAT`; ``code`` is stable and
/// ``hint`` adds the nearest known name where there is one.
public enum SourceError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file itself could not be read.
  case file(FileError)
  /// The compressed stream is broken.
  case compression(file: String, GzipError)
  /// The rows are not comma-separated values.
  case layout(file: String, CSVError)
  /// The file holds no row after its header.
  case empty(file: String)
  /// A column that the format needs is missing.
  case columnMissing(file: String, column: String, available: [String])
  /// Two columns of the header carry one name.
  case columnRepeated(file: String, column: String)
  /// A row has another number of fields than the header.
  case fieldCount(file: String, line: Int, count: Int, expected: Int)
  /// A field holds a value that it may not hold.
  case value(file: String, line: Int, field: String, value: String, expected: String)
  /// The wanted symbol is not in the file, or several are and none was chosen.
  case symbol(file: String, wanted: String?, available: [String])

  /// The stable name of the case.
  public var code: String {
    switch self {
    case .file(let error): error.code
    case .compression: "source.compression"
    case .layout: "source.layout"
    case .empty: "source.empty"
    case .columnMissing: "source.column.missing"
    case .columnRepeated: "source.column.repeated"
    case .fieldCount: "source.field_count"
    case .value: "source.value"
    case .symbol: "source.symbol"
    }
  }

  /// One line for a person.
  public var description: String {
    switch self {
    case .file(let error): error.description
    case .compression(let file, let error): "\(file): \(error)"
    case .layout(let file, let error): "\(file):\(error.line): expected \(error.expected)"
    case .empty(let file): "\(file): got no rows, expected at least one"
    case .columnMissing(let file, let column, let available):
      "\(file):1: header: got \(Self.listed(available)), expected a column \(column)"
    case .columnRepeated(let file, let column):
      "\(file):1: header: got \(Self.shown(column)) twice, expected each name once"
    case .fieldCount(let file, let line, let count, let expected):
      "\(file):\(line): row: got \(count) fields, expected \(expected)"
    case .value(let file, let line, let field, let value, let expected):
      "\(file):\(line): \(Self.shown(field)): got \(Self.shown(value)), expected \(expected)"
    case .symbol(let file, let wanted?, let available):
      "\(file): symbol: got \(Self.shown(wanted)), expected \(Self.listed(available))"
    case .symbol(let file, nil, let available):
      "\(file): symbol: got none, expected a choice of \(Self.listed(available))"
    }
  }

  /// A remark that may help, such as the nearest known name.
  public var hint: String? {
    switch self {
    case .columnMissing(_, let column, let available):
      Spelling.nearest(to: column, in: available).map { "did you mean \($0)?" }
    case .symbol(_, let wanted?, let available):
      Spelling.nearest(to: wanted, in: available).map { "did you mean \($0)?" }
    default: nil
    }
  }

  /// A foreign value, safe to print: quoted if empty, control characters out, at most 60 characters.
  private static func shown(_ value: String) -> String {
    guard !value.isEmpty else { return "\"\"" }
    var shown = ""
    for scalar in value.unicodeScalars.prefix(60) {
      shown.unicodeScalars.append(
        scalar.properties.generalCategory == .control ? "\u{fffd}" : scalar
      )
    }
    return value.unicodeScalars.count > 60 ? shown + "…" : shown
  }

  private static func listed(_ names: [String]) -> String {
    let head = names.prefix(12).map(shown).joined(separator: ", ")
    return names.count > 12 ? "\(head), … (\(names.count))" : head
  }
}
