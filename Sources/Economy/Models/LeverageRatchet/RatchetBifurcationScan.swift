/// Where volatility stays low in the long run: the law of RV30 over (ρ_L, ε, σ_n, k_s).
///
/// Every point of the grid is simulated to a long horizon and the windows of its last part are pooled.
/// A point has collapsed where P(RV30 > 25 %) < 5 %. Source: `model.md` §5.4.
public struct RatchetBifurcationScan: Hashable, Sendable {
  /// The parameters that the grid does not change.
  public var base: LeverageRatchet
  /// ρ_L per day.
  public var recoveries = [0, 1.0 / 250, 1.0 / 30]
  /// ε.
  public var elasticities = [0, 0.5, 1, 2]
  /// σ_n per year.
  public var newsVolatilities = [0.15, 0.20, 0.25, 0.33]
  /// k_s.
  public var absorberStrengths = [0.0, 3]
  /// The days of each path.
  public var days = 3_650
  /// The paths of each point.
  public var paths = 200
  /// The days of a volatility window.
  public var windowDays = 30
  /// The number of windows that end each path, pooled.
  public var windowCount = 12
  /// The volatility that must not be exceeded.
  public var threshold = 0.25
  /// The share of windows above it that a collapsed point stays below.
  public var tolerance = 0.05

  /// Creates a scan with the default grid.
  ///
  /// - Parameter base: The parameters that the grid does not change.
  public init(base: LeverageRatchet = LeverageRatchet()) {
    self.base = base
  }

  /// One point of the grid and its long-run law.
  public struct Point: Hashable, Sendable {
    /// The parameters.
    public let ratchet: LeverageRatchet
    /// P(RV30 > threshold).
    public let shareAbove: Double
    /// The median volatility.
    public let medianVolatility: Double
    /// The mean of L̄ at the end.
    public let meanLeverageCap: Double
    /// Whether the share is below the tolerance.
    public let hasCollapsed: Bool
  }

  /// Simulates every point, ρ_L outermost and k_s innermost; all points see the same news.
  ///
  /// - Parameter seed: The master seed.
  /// - Returns: One point per combination.
  /// - Complexity: O(points · days · paths).
  public func points(seed: UInt64) -> [Point] {
    var points: [Point] = []
    for recovery in recoveries {
      for elasticity in elasticities {
        for news in newsVolatilities {
          for strength in absorberStrengths {
            var ratchet = base
            ratchet.leverageRecoveryPerDay = recovery
            ratchet.leverageElasticity = elasticity
            ratchet.newsVolatility = news
            ratchet.absorberStrength = strength
            points.append(point(ratchet, seed: seed))
          }
        }
      }
    }
    return points
  }

  /// The long-run law of one set of parameters.
  ///
  /// - Parameters:
  ///   - ratchet: The parameters.
  ///   - seed: The master seed.
  /// - Returns: The law of the last windows; independent of other points, so they may run side by side.
  public func point(_ ratchet: LeverageRatchet, seed: UInt64) -> Point {
    precondition(
      windowCount > 0 && windowDays > 0 && windowCount * windowDays <= days,
      "the windows must fit into the path: \(windowCount) of \(windowDays) days in \(days)"
    )
    let ensemble = ratchet.ensemble(
      days: days,
      paths: paths,
      reportDays: (0..<windowCount).map { days - $0 * windowDays },
      volatilityWindowDays: windowDays,
      seed: seed
    )
    let pooled = ensemble.volatilities.flatMap { $0 }.sorted()
    let above = Double(pooled.count { $0 > threshold }) / Double(pooled.count)
    return Point(
      ratchet: ratchet,
      shareAbove: above,
      medianVolatility: pooled[pooled.count / 2],
      meanLeverageCap: ensemble.meanLeverageCapAtEnd,
      hasCollapsed: above < tolerance
    )
  }
}
