public import Scenarios

/// The quantity over the points of a sweep.
public struct ExperimentRegion: Sendable {
  /// The sweep.
  public let sweep: ExperimentSweep
  /// The reading it is about; empty where there is one.
  public let reading: String
  /// One row a point, in the sweep's order.
  public let rows: [Row]

  /// The number of points at which the source's expectation is met.
  public var reproducedCount: Int { rows.count(where: \.isReproduced) }

  /// One point.
  public struct Row: Sendable {
    /// The parameters' values, in the sweep's order.
    public let point: [Double]
    /// The quantity with the mechanism on.
    public let treated: ExperimentSample
    /// Whether the source's expectation is met there.
    public let isReproduced: Bool
  }
}
