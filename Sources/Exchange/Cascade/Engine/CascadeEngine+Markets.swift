public import Quantities

// The generic step is compiled for each market here, inside the room: a caller in another room would
// otherwise run it through witness tables, at four times the cost.

extension CascadeEngine {
  /// The step in a square-root market; see the generic ``step(_:in:)``.
  public mutating func step(
    _ shock: CascadeShock,
    in market: inout SquareRootImpact
  ) -> CascadeOutcome {
    run(shock, in: &market)
  }

  /// The step in a linear market; see the generic ``step(_:in:)``.
  public mutating func step(
    _ shock: CascadeShock,
    in market: inout LinearImpact
  ) -> CascadeOutcome {
    run(shock, in: &market)
  }

  /// The step in a price-taking market; see the generic ``step(_:in:)``.
  public mutating func step(
    _ shock: CascadeShock,
    in market: inout PriceTakingMarket
  ) -> CascadeOutcome {
    run(shock, in: &market)
  }

  /// The inverse in a square-root market; see the generic ``newsIncrement(toReach:exogenousVolume:in:)``.
  public func newsIncrement(
    toReach price: Price,
    exogenousVolume: Double = 0,
    in market: SquareRootImpact
  ) -> NewsIncrement {
    increment(toReach: price, exogenousVolume: exogenousVolume, in: market)
  }
}
