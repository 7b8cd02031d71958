/// Why bytes are not a ZIP archive of one file.
enum ZipError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The archive is not of the form that is read.
  case malformed(reason: String)
  /// The content does not unpack to what the directory says.
  case damaged

  /// One line for a person.
  var description: String {
    switch self {
    case .malformed(let reason): "the ZIP archive cannot be read: \(reason)"
    case .damaged: "the ZIP archive is damaged"
    }
  }
}
