/// A file or reply as a store keeps it in mind: its name, its hash and its terms.
public struct StoredFile: Hashable, Sendable {
  /// The path or address as it was given, without keys.
  public let path: String
  /// SHA-256 of the bytes as they were found, 64 hexadecimal digits.
  public let sha256: String
  /// The size as found, bytes.
  public let byteCount: Int
  /// The data set, the first word of its series.
  public let dataset: String
  /// The terms of use.
  public let licence: String
  /// How far the numbers can be relied on.
  public let trust: SeriesDescription.Trust
  /// The catalogue's entry as JSON; empty if there is none.
  public let entry: String

  /// Creates a record of a file.
  public init(
    path: String,
    sha256: String,
    byteCount: Int,
    dataset: String,
    licence: String,
    trust: SeriesDescription.Trust,
    entry: String = ""
  ) {
    self.path = path
    self.sha256 = sha256
    self.byteCount = byteCount
    self.dataset = dataset
    self.licence = licence
    self.trust = trust
    self.entry = entry
  }

  /// The last component of the path.
  public var name: String { path.split(separator: "/").last.map(String.init) ?? path }
}
