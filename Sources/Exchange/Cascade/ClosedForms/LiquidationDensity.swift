import Statistics

/// The density of long liquidation prices when entries are lognormal and leverage is a mixture.
///
///     ℓ(p) = OI Σ w_k φ((ln(p/k_k) − ln ē)/s) / (p s),   k_k = (1 − 1/L_k)/(1 − m)
///
/// Source: `model.md` §2.1. Tested by row S08.
public struct LiquidationDensity: Hashable, Sendable {
  /// Coins.
  public let openInterest: Double
  /// ē, USD.
  public let medianEntry: Double
  /// s, the standard deviation of log entries.
  public let entryLogDeviation: Double
  /// L_k.
  public let leverages: [Double]
  /// w_k, shares of the open interest in coins.
  public let weights: [Double]
  /// m.
  public let maintenanceRate: Double

  /// Creates a density.
  ///
  /// - Throws: ``CascadeError/invalid(field:value:expected:)``.
  public init(
    openInterest: Double,
    medianEntry: Double,
    entryLogDeviation: Double,
    leverages: [Double],
    weights: [Double],
    maintenanceRate: Double
  ) throws(CascadeError) {
    guard leverages.count == weights.count else {
      throw .invalid(
        field: "weights",
        value: "\(weights.count) numbers",
        expected: "one per leverage, \(leverages.count)"
      )
    }
    for leverage in leverages where !(leverage >= 1) {
      throw .invalid(field: "leverages", value: "\(leverage)", expected: "at least 1")
    }
    guard entryLogDeviation > 0, medianEntry > 0 else {
      throw .invalid(
        field: "entry distribution",
        value: "\(medianEntry), \(entryLogDeviation)",
        expected: "a positive median and deviation"
      )
    }
    guard maintenanceRate >= 0, maintenanceRate < 1 else {
      throw .invalid(field: "mmr", value: "\(maintenanceRate)", expected: "at least 0, below 1")
    }
    self.openInterest = openInterest
    self.medianEntry = medianEntry
    self.entryLogDeviation = entryLogDeviation
    self.leverages = leverages
    self.weights = weights
    self.maintenanceRate = maintenanceRate
  }

  /// ℓ(p), coins per USD.
  ///
  /// - Parameter price: Positive, USD.
  /// - Returns: The density; a leverage of one is never liquidated and adds nothing.
  public func density(at price: Double) -> Double {
    precondition(price > 0, "a price without a logarithm: \(price)")
    var sum = 0.0
    for (leverage, weight) in zip(leverages, weights) where leverage > 1 {
      let factor = (1 - 1 / leverage) / (1 - maintenanceRate)
      let z = (Libm.log(price / factor) - Libm.log(medianEntry)) / entryLogDeviation
      sum += weight * NormalDistribution.standardDensity(z)
    }
    return openInterest * sum / (price * entryLogDeviation)
  }
}
