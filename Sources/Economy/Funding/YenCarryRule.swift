import Statistics

/// How large a yen-funded book is wanted, and how fast it is built up and closed.
///
///     N* = N_max · ramp((r_US − r_JP − hedge)/σ̂_JPY; 0.15, 0.45) · min(1, σ_target/σ̂_portfolio)
///     a day's change:  0.03 (N* − N)⁺ − 0.20 (N − N*)⁺
///
/// A book is built slowly and left quickly. Rates, volatilities a year; volatilities as fractions. What a loss
/// forces is ``YenCarryForce``. Source: `model.md` §3.14; sizes after BIS Bulletin 90 (2024).
public struct YenCarryRule: Hashable, Sendable {
  /// N_max, US dollars.
  public let capacity: Double
  /// The carry per unit of risk at which nothing and at which everything is wanted.
  public let ramp: ClosedRange<Double>
  /// σ_target, a year.
  public let volatilityTarget: Double
  /// The share of a gap built up a day.
  public let entry: Double
  /// The share of a gap closed a day.
  public let exit: Double

  /// The sizes of the sweep, US dollars: speculative carry as lenders' statistics support it, two
  /// in between, and nearly all positions funded or hedged in yen.
  public static let sizes: [Double] = [0.25e12, 1e12, 4e12, 20e12]

  /// Takes the rule.
  ///
  /// - Parameters:
  ///   - capacity: US dollars, not negative.
  ///   - ramp: Not empty.
  ///   - volatilityTarget: Positive, a year.
  ///   - entry: In 0 ... 1.
  ///   - exit: In 0 ... 1.
  /// - Throws: ``ModelError/invalid(model:field:value:expected:)``.
  public init(
    capacity: Double = 0.25e12,
    ramp: ClosedRange<Double> = 0.15...0.45,
    volatilityTarget: Double = 0.15,
    entry: Double = 0.03,
    exit: Double = 0.2
  ) throws(ModelError) {
    let domain = ModelDomain(model: "yen carry")
    try domain.check(capacity, "capacity", "a number that is not negative") { $0 >= 0 }
    try domain.check(ramp.upperBound - ramp.lowerBound, "width of the ramp", "positive") { $0 > 0 }
    try domain.check(volatilityTarget, "volatility target", "a positive number") { $0 > 0 }
    for (field, value) in [("entry", entry), ("exit", exit)] {
      try domain.check(value, field, "a share in 0 ... 1") { $0 >= 0 && $0 <= 1 }
    }
    self.capacity = capacity
    self.ramp = ramp
    self.volatilityTarget = volatilityTarget
    self.entry = entry
    self.exit = exit
  }

  /// What the trade earns per unit of the risk that undoes it.
  ///
  /// - Parameters:
  ///   - dollarRate: A year.
  ///   - yenRate: A year.
  ///   - hedgeCost: A year; 0 for an open position.
  ///   - yenVolatility: σ̂_JPY, a year, positive.
  /// - Returns: A pure number; negative if the trade costs.
  public static func carryToRisk(
    dollarRate: Double,
    yenRate: Double,
    hedgeCost: Double = 0,
    yenVolatility: Double
  ) -> Double {
    precondition(yenVolatility > 0, "a volatility must be positive: \(yenVolatility)")
    return (dollarRate - yenRate - hedgeCost) / yenVolatility
  }

  /// N*, US dollars.
  ///
  /// - Parameters:
  ///   - carryToRisk: As ``carryToRisk(dollarRate:yenRate:hedgeCost:yenVolatility:)`` gives it.
  ///   - portfolioVolatility: σ̂_portfolio, a year, not negative.
  /// - Returns: US dollars, from 0 to the capacity.
  public func target(carryToRisk: Double, portfolioVolatility: Double) -> Double {
    let width = ramp.upperBound - ramp.lowerBound
    let wanted = min(1, max(0, (carryToRisk - ramp.lowerBound) / width))
    let scale = portfolioVolatility > volatilityTarget ? volatilityTarget / portfolioVolatility : 1
    return capacity * wanted * scale
  }

  /// A day's change of a book towards its target, US dollars; negative is a sale.
  public func change(of book: Double, target: Double) -> Double {
    let gap = target - book
    return gap * (gap < 0 ? exit : entry)
  }
}
