/// Why a file, or the catalogue that names it, cannot be imported; nothing of it is kept.
///
/// The description is one line, `file:line: field: got VALUE, expected WHAT`; ``code`` is stable.
public enum ImportError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file itself or a row of it.
  case source(SourceError)
  /// The catalogue is not what a catalogue is.
  case catalogue(file: String, line: Int, field: String, value: String, expected: String)
  /// The file is not the one the catalogue describes.
  case changed(file: String, sha256: String, expected: String)
  /// The file is not a table of dated numbers, as far as can be seen.
  case notUnderstood(file: String, detail: String)

  /// The stable name of the case.
  public var code: String {
    switch self {
    case .source(let error): error.code
    case .catalogue: "import.catalogue"
    case .changed: "import.changed"
    case .notUnderstood: "import.not_understood"
    }
  }

  /// One line for a person.
  public var description: String {
    switch self {
    case .source(let error): error.description
    case .catalogue(let file, let line, let field, let value, let expected):
      "\(file):\(line): \(field): got \(value), expected \(expected)"
    case .changed(let file, let sha256, let expected):
      "\(file): got sha256 \(sha256), expected \(expected) as the catalogue has it; "
        + "if the change is meant, import it with --accept-changed"
    case .notUnderstood(let file, let detail): "\(file): \(detail)"
    }
  }
}
