/// Why a key cannot be used; no case holds one.
public enum KeyRingError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file of keys can be read by others, is not a plain file, or belongs to somebody else.
  case loose(path: String, mode: Int)
  /// The file of keys is not of its form.
  case malformed(path: String, detail: String)
  /// What stands there cannot be a key.
  case unusable(place: String)

  /// The stable name of the case.
  public var code: String {
    switch self {
    case .loose: "keys.loose"
    case .malformed: "keys.malformed"
    case .unusable: "keys.unusable"
    }
  }

  /// One line for a person.
  public var description: String {
    switch self {
    case .loose(let path, let mode):
      "\(path): mode is 0\(String(mode, radix: 8)), expected your own file of mode 0600: chmod 600 it"
    case .malformed(let path, let detail): "\(path): \(detail)"
    case .unusable(let place): "\(place): expected a key of visible ASCII characters"
    }
  }
}
