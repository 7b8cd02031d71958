/// What a pull came to.
public struct FeedReport: Hashable, Sendable {
  /// How the source stands.
  public let status: FeedStatus
  /// What was kept, by reply and series.
  public let series: [PulledSeries]
  /// What was left out and why.
  public let remarks: [String]
}
