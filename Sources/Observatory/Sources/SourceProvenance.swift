/// Where a parsed source came from.
///
/// The hash of the stored bytes is added by rooms that may use a cryptography package; they take
/// the bytes from ``SourceFile/storedBytes``.
public struct SourceProvenance: Hashable, Sendable {
  /// The path as the caller gave it.
  public let path: String
  /// The size of the file as it is stored, bytes.
  public let byteCount: Int
  /// Whether the file is stored compressed.
  public let isCompressed: Bool

  /// Creates a provenance.
  public init(path: String, byteCount: Int, isCompressed: Bool) {
    self.path = path
    self.byteCount = byteCount
    self.isCompressed = isCompressed
  }
}
