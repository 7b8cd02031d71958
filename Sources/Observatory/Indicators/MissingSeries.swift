/// Data that an indicator needs and the store does not hold.
public struct MissingSeries: Hashable, Sendable {
  /// What is missing: a series id, or the data in words where no series exists.
  public let what: String
  /// How to get it: a command, a source, or why nobody publishes it.
  public let remedy: String

  /// Creates the name of missing data.
  public init(what: String, remedy: String) {
    self.what = what
    self.remedy = remedy
  }
}
