/// One line of a figure, with the range of its replications if there were several.
public struct FigureSeries: Hashable, Sendable {
  /// One point of a line.
  public struct Point: Hashable, Sendable {
    /// The position along the horizontal axis.
    public let x: FigurePosition
    /// The value, a median if there were several runs.
    public let y: Double
    /// The 5 % quantile over the runs.
    public let p05: Double?
    /// The 95 % quantile over the runs.
    public let p95: Double?

    /// Creates a point of a single run.
    public init(x: FigurePosition, y: Double) {
      self.x = x
      self.y = y
      p05 = nil
      p95 = nil
    }

    /// Creates a point of several runs; quantiles on the wrong side of the median trap.
    public init(x: FigurePosition, median: Double, p05: Double, p95: Double) {
      precondition(
        p05 <= median && median <= p95,
        "quantiles out of order: \(p05), \(median), \(p95)"
      )
      self.x = x
      y = median
      self.p05 = p05
      self.p95 = p95
    }
  }

  /// The name in the legend.
  public let name: String
  /// The points, in order of their position.
  public let points: [Point]

  /// Creates a series; no name or no point traps.
  public init(name: String, points: [Point]) {
    precondition(!name.isEmpty && !points.isEmpty, "a series needs a name and points")
    self.name = name
    self.points = points
  }
}
