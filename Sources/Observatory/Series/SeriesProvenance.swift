/// Where values of a series came from: a file or reply, named by its content.
public struct SeriesProvenance: Hashable, Sendable {
  /// The file as imported or the address as asked for, without keys.
  public let origin: String
  /// SHA-256 of the stored bytes, 64 hexadecimal digits.
  public let sha256: String
  /// The terms of use.
  public let licence: String

  /// Creates a provenance.
  public init(origin: String, sha256: String, licence: String) {
    self.origin = origin
    self.sha256 = sha256
    self.licence = licence
  }
}
