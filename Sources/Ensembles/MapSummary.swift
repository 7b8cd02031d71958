public import Scenarios

/// The liquidation maps of many draws of one book, level by level.
public struct MapSummary: Sendable {
  /// One level on one side of the price.
  public struct Level: Sendable {
    /// `long` below the price, `short` above it.
    public let side: String
    /// The lower end, US dollars.
    public let priceLow: Double
    /// The upper end, US dollars.
    public let priceHigh: Double
    /// Forced value, US dollars.
    public let notional: Band
    /// Forced value from the price to the far end of the level, US dollars.
    public let cumulative: Band
    /// Mean forced value by class of the leverage mixture, US dollars.
    public let byLeverage: [Double]
  }

  /// All levels, from the lowest price to the highest.
  public let levels: [Level]
  /// The sale at once that sets off a cascade; nil if most draws have none.
  public let criticalSale: Band?
  /// The number of draws whose book can have stood at the price; the others are left out, unless
  /// none can.
  public let standingCount: Int
  /// The share of draws in which some sale sets off a cascade.
  public let cascadeShare: Double

  /// Draws and maps `runs` books.
  ///
  /// - Throws: `ScenarioError`, or ``EnsembleError/equalDraws(first:second:)``.
  public init(of setting: RunSetting, runs: Int, threads: Int) async throws {
    let drawn = try await ParallelRuns.results(runs: runs, threads: threads) { run in
      try LiquidationMap(setting, run: run)
    }
    try ParallelRuns.checkDistinct(drawn.map(\.drawHash))
    let standing = drawn.filter(\.standsAtRest)
    let maps = standing.isEmpty ? drawn : standing
    standingCount = standing.count
    levels =
      MapSummary.levels(maps.map(\.longs), side: "long").reversed()
      + MapSummary.levels(maps.map(\.shorts), side: "short")
    let critical = maps.compactMap(\.criticalSale)
    criticalSale = critical.count * 2 > maps.count ? Band(of: critical) : nil
    cascadeShare = Double(critical.count) / Double(maps.count)
  }

  private static func levels(_ maps: [[LiquidationMap.Level]], side: String) -> [Level] {
    var sums = [Double](repeating: 0, count: maps.count)
    return (maps.first ?? []).indices.map { index in
      let values = maps.map { $0[index].notional }
      for (run, value) in values.enumerated() { sums[run] += value }
      let classes = maps[0][index].byLeverage.indices
      let means = classes.map { leverageClass in
        maps.reduce(0) { $0 + $1[index].byLeverage[leverageClass] } / Double(maps.count)
      }
      let none = Band(median: 0, p05: 0, p95: 0)
      return Level(
        side: side,
        priceLow: maps[0][index].priceLow,
        priceHigh: maps[0][index].priceHigh,
        notional: Band(of: values) ?? none,
        cumulative: Band(of: sums) ?? none,
        byLeverage: means
      )
    }
  }
}
