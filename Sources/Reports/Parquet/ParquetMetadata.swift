/// What a Parquet file says about itself: a key and its value.
public struct ParquetMetadata: Hashable, Sendable {
  /// The key.
  public let key: String
  /// The value.
  public let value: String

  /// Creates an entry.
  public init(key: String, value: String) {
    self.key = key
    self.value = value
  }
}
