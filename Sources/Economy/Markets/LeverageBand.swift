/// The bands of leverage by which lots are kept apart and tables are made.
public enum LeverageBand {
  /// The lower edge of each band; the last has no upper edge.
  public static let edges: [Double] = [1, 2, 3, 5, 8, 12, 20, 30, 50, 80]

  /// The number of bands.
  public static var count: Int { edges.count }

  /// The band of a leverage.
  ///
  /// - Parameter leverage: Anything below the first edge belongs to the first band.
  /// - Returns: An index into ``edges``.
  public static func index(of leverage: Double) -> Int {
    max(0, (edges.firstIndex { $0 > leverage } ?? edges.count) - 1)
  }
}
