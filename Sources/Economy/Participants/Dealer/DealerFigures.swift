/// The figures that a dealer publishes and reads.
struct DealerFigures {
  /// What it lends to funds at most, dollars.
  let funding: FigureID
  /// χ, basis points.
  let shadowCost: FigureID
  /// PD of its risky desks in a year.
  let defaultProbability: FigureID
  /// x, basis points, negative where dollars are dear.
  let crossCurrencyBasis: FigureID
  /// The standing facility's rate, percent a year.
  let facility: FigureID

  init(in setup: inout WorldSetup, account: String) {
    funding = setup.figure(named: "dealer funding")
    shadowCost = setup.figure(named: "dealer shadow cost")
    defaultProbability = setup.figure(named: "default probability \(account)")
    crossCurrencyBasis = setup.figure(named: "cross-currency basis")
    facility = setup.figure(named: "standing repo rate", assumed: 4)
  }
}
