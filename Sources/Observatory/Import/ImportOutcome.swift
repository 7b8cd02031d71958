/// What became of one file.
public struct ImportOutcome: Hashable, Sendable {
  /// The kinds of end.
  public enum Status: String, Hashable, Sendable {
    /// Its values are in the store.
    case imported
    /// Its bytes were in the store already: nothing changed.
    case present
    /// Its format is known and holds no series.
    case skipped
    /// It was not understood or is not what the catalogue says: nothing of it is in the store.
    case refused
  }

  /// The file.
  public let path: String
  /// The data set.
  public let dataset: String
  /// The end.
  public let status: Status
  /// What changed; nil unless the values were handed to the store.
  public let insertion: Insertion?
  /// Why it was refused.
  public let error: ImportError?
  /// What a user should know: columns left out, numbers rounded, gaps, hindsight.
  public let remarks: [String]
}
