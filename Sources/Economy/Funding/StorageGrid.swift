/// Where the price function of ``DeatonLaroque`` is computed.
public struct StorageGrid: Hashable, Sendable {
  /// How many points.
  public var points: Int
  /// The largest amount over the largest harvest.
  public var topOverMaxHarvest: Double

  /// Takes the grid; the defaults are those of row S26.
  public init(points: Int = 400, topOverMaxHarvest: Double = 3.5) {
    (self.points, self.topOverMaxHarvest) = (points, topOverMaxHarvest)
  }

  func check() throws(ModelError) {
    let domain = StorageMarket.domain
    guard (2...20_000).contains(points) else {
      throw domain.invalid("grid points", "\(points)", "2 to 20000")
    }
    try domain.check(topOverMaxHarvest, "grid top over the largest harvest", "positive") {
      $0 > 0
    }
  }
}
