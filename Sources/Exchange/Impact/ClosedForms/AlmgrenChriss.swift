import Statistics

/// The efficient schedule of a liquidation that trades impact against price risk.
///
///     η̃ = η − γτ/2,   cosh(κτ) = 1 + τ² λ σ² / (2η̃)
///     x(t) = X sinh(κ(T − t)) / sinh(κT),   t = 0, τ, …, T
///
/// Source: Almgren & Chriss (2000), equations 15 to 19; `model.md` §1.4. Tested by row S22.
public struct AlmgrenChriss: Hashable, Sendable {
  /// Shares left at the start and after each period.
  public let holdings: [Double]
  /// κ per day, the speed of the schedule; 1/κ is the time in which 63 % is sold.
  public let urgencyPerDay: Double

  /// Solves the schedule.
  ///
  /// - Parameters:
  ///   - shares: X, negative to buy.
  ///   - horizonDays: T, positive.
  ///   - periods: N, at least 1.
  ///   - volatility: σ, USD per share per √day, not negative.
  ///   - temporaryImpact: η, USD per share per (share per day).
  ///   - permanentImpact: γ, USD per share per share; η must exceed γτ/2.
  ///   - riskAversion: λ per USD, not negative; zero gives the straight line.
  public init(
    shares: Double,
    horizonDays: Double,
    periods: Int,
    volatility: Double,
    temporaryImpact: Double,
    permanentImpact: Double,
    riskAversion: Double
  ) {
    precondition(horizonDays > 0, "the horizon must be positive: \(horizonDays)")
    precondition(periods >= 1, "at least one period: \(periods)")
    precondition(riskAversion >= 0, "negative risk aversion: \(riskAversion)")
    let period = horizonDays / Double(periods)
    let effective = temporaryImpact - 0.5 * permanentImpact * period
    precondition(effective > 0, "the temporary impact must exceed half the permanent one")
    let rise = 0.5 * period * period * riskAversion * volatility * volatility / effective
    // arcosh(1 + y) without cancellation for small y.
    let urgency = Libm.log(onePlus: rise + rise.squareRoot() * (2 + rise).squareRoot()) / period
    urgencyPerDay = urgency
    holdings = (0...periods).map { index in
      if index == periods { return 0 }
      let elapsed = Double(index) * period
      guard urgency > 0 else { return shares * Double(periods - index) / Double(periods) }
      // sinh ratio written with decaying exponentials, so that no large κT overflows.
      return shares * Libm.exp(-urgency * elapsed)
        * Libm.expMinusOne(-2 * urgency * (horizonDays - elapsed))
        / Libm.expMinusOne(-2 * urgency * horizonDays)
    }
  }
}
