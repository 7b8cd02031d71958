/// Where a source wants its key.
public enum SecretPlace: Hashable, Sendable {
  /// A value of the query, by its name.
  case query(String)
  /// A header, by its name.
  case header(String)
}
