import Glibc
import Yams

/// The keys of sources: from the environment, or from a file that its owner alone can read.
///
/// The file is `$XDG_CONFIG_HOME/clino/keys.yaml` (`~/.config/clino/keys.yaml`), one line a source:
/// `fred: 0123456789abcdef`. A file that others can read is refused, not used.
public struct KeyRing: Sendable {
  private let environment: [String: String]
  /// Where the file would be.
  public let path: String?

  /// Creates the ring of an environment.
  ///
  /// - Parameter environment: Variables and their values; `XDG_CONFIG_HOME` or `HOME` place the file.
  public init(environment: [String: String]) {
    self.environment = environment
    let folder =
      environment["XDG_CONFIG_HOME"].flatMap { $0.isEmpty ? nil : $0 }
      ?? environment["HOME"].map { "\($0)/.config" }
    path = folder.map { "\($0)/clino/keys.yaml" }
  }

  /// The key of a source; the environment is asked first.
  ///
  /// - Parameters:
  ///   - source: The id of the source, the name in the file.
  ///   - variable: The name of its environment variable.
  /// - Returns: The key, or nil if there is none anywhere.
  /// - Throws: ``KeyRingError`` if the file is loose, malformed or holds no key under the name.
  public func secret(source: String, variable: String) throws(KeyRingError) -> Secret? {
    if let value = environment[variable], !value.isEmpty {
      guard let secret = Secret(value) else { throw .unusable(place: "$\(variable)") }
      return secret
    }
    guard let path, FileBytes.exists(path) else { return nil }
    try Self.checkMode(path)
    let bytes: [UInt8]
    do throws(FileError) { bytes = try FileBytes.read(path, byteCountMax: 1 << 16) } catch {
      throw .malformed(path: path, detail: "cannot be read")
    }
    // The parser's own words could quote the file: they are not passed on.
    guard let text = String(validating: bytes, as: UTF8.self),
      let node = try? Yams.compose(yaml: text), case .mapping(let mapping) = node
    else { throw .malformed(path: path, detail: "expected lines of the form `source: key`") }
    for (name, value) in mapping where name.string == source {
      guard case .scalar(let scalar) = value, let secret = Secret(scalar.string) else {
        throw .unusable(place: "\(path): \(source)")
      }
      return secret
    }
    return nil
  }

  private static func checkMode(_ path: String) throws(KeyRingError) {
    var status = stat()
    // Safety: the text is read and `status` written during the call only.
    guard unsafe stat(path, &status) == 0 else {
      throw .malformed(path: path, detail: "cannot be read")
    }
    guard status.st_mode & S_IFMT == S_IFREG, status.st_mode & 0o077 == 0,
      status.st_uid == geteuid()
    else { throw .loose(path: path, mode: Int(status.st_mode & 0o777)) }
  }
}
