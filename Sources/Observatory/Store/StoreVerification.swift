/// What a store's own hashes say about it.
public struct StoreVerification: Hashable, Sendable {
  /// One file of the store.
  public struct File: Hashable, Sendable {
    /// What became of the file the values were read from.
    public enum Origin: String, Hashable, Sendable {
      /// It is still there, byte for byte.
      case same
      /// Another content lies under its path.
      case changed
      /// Nothing lies under its path, which is no fault.
      case absent
    }

    /// The path as it was given.
    public let path: String
    /// The data set.
    public let dataset: String
    /// SHA-256 at the time of the import.
    public let sha256: String
    /// The file itself.
    public let origin: Origin
    /// The number of rows stored of it.
    public let count: Int
    /// Whether the rows stored are those that were imported.
    public let isContentEqual: Bool

    /// Whether neither the file nor its rows have changed.
    public var isSound: Bool { isContentEqual && origin != .changed }
  }

  /// The files, in the order of their import.
  public let files: [File]
  /// What else is broken: rows without a file, counts that do not agree, pages SQLite refuses.
  public let faults: [String]

  /// Whether nothing has changed.
  public var isSound: Bool { faults.isEmpty && files.allSatisfy(\.isSound) }
}
