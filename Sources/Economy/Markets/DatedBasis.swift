import Statistics

/// What a dated future costs over spot, annualised.
///
///     F = S · e^{(r + ψ) τ},   ψ = s · D, at most ± the limit
///
/// r is what it costs to finance the coins, ψ what those who want leverage pay beyond it: the
/// ``FlowImbalance`` D of futures over spot that arbitrage has not carried away. Source: `model.md`
/// §3.4.
public struct DatedBasis: Hashable, Sendable {
  /// The flow of futures less that of spot.
  public private(set) var imbalance: FlowImbalance
  /// s, the annual premium per unit of quote currency.
  public let slope: Double
  /// The largest absolute premium per year.
  public let limit: Double
  /// r, what financing costs per year, continuously compounded.
  public var financingRate: Double

  /// Creates the basis of a future.
  ///
  /// - Parameters:
  ///   - financingRate: r per year, finite.
  ///   - slope: Annual premium per unit of quote currency, not negative.
  ///   - resiliencePerSecond: Not negative.
  ///   - limit: Per year, positive.
  public init(
    financingRate: Double,
    slope: Double,
    resiliencePerSecond: Double,
    limit: Double = 0.5
  ) {
    precondition(financingRate.isFinite, "a rate must be finite: \(financingRate)")
    precondition(slope >= 0 && slope.isFinite, "a slope is not negative: \(slope)")
    precondition(limit > 0 && limit.isFinite, "a limit is positive: \(limit)")
    self.financingRate = financingRate
    self.slope = slope
    self.limit = limit
    imbalance = FlowImbalance(resiliencePerSecond: resiliencePerSecond)
  }

  /// ψ, the premium that demand for leverage pays per year.
  public var leveragePremium: Double { min(max(slope * imbalance.displacement, -limit), limit) }

  /// r + ψ, the annualised basis.
  public var annualised: Double { financingRate + leveragePremium }

  /// F/S for a time to expiry.
  ///
  /// - Parameter years: Not negative.
  /// - Returns: The future's price over that of spot.
  public func priceRatio(years: Double) -> Double {
    precondition(years >= 0, "an expiry lies ahead: \(years)")
    return Libm.exp(annualised * years)
  }

  /// Adds flow, both signed quote currency.
  public mutating func add(futuresFlow: Double, spotFlow: Double) {
    imbalance.add(derivativeFlow: futuresFlow, spotFlow: spotFlow)
  }

  /// Lets time pass: arbitrage closes the gap.
  public mutating func elapse(seconds: Double) {
    imbalance.elapse(seconds: seconds)
  }
}
