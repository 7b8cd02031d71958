/// The convertibility zone of the Hong Kong dollar.
///
/// Source: indicator I21 of the model specification; row S47.
public enum ConvertibilityZone {
  /// The rate at which the HKMA sells Hong Kong dollars, HKD per USD.
  public static let strongEdge = 7.75
  /// The rate at which the HKMA buys Hong Kong dollars, HKD per USD.
  public static let weakEdge = 7.85

  /// Where a spot rate lies in the zone, (weak − s)/(weak − strong).
  ///
  ///     ConvertibilityZone.position(spot: 7.78)   // 0.70
  ///
  /// - Parameters:
  ///   - spot: HKD per USD.
  ///   - strongEdge: The strong side, below the weak side.
  ///   - weakEdge: The weak side.
  /// - Returns: 0 at the weak edge, 1 at the strong edge; outside 0 ... 1 where the spot is outside.
  public static func position(
    spot: Double,
    strongEdge: Double = strongEdge,
    weakEdge: Double = weakEdge
  ) -> Double {
    precondition(strongEdge < weakEdge, "the edges ascend: \(strongEdge), \(weakEdge)")
    return (weakEdge - spot) / (weakEdge - strongEdge)
  }
}
