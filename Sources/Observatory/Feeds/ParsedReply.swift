/// What a source reads from one reply: all of it, or nothing.
public struct ParsedReply: Hashable, Sendable {
  /// The values, one batch a series, in order of name.
  public let batches: [SeriesBatch]
  /// What was left out and why, for a person.
  public let remarks: [String]

  /// Creates a result.
  public init(batches: [SeriesBatch], remarks: [String] = []) {
    self.batches = batches
    self.remarks = remarks
  }
}
