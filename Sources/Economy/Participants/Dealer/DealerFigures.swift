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
    let plan = setup.plan
    funding = setup.figure(named: DealerGroup.name("dealer funding", of: account, in: plan))
    shadowCost = setup.figure(named: DealerGroup.name("dealer shadow cost", of: account, in: plan))
    defaultProbability = setup.figure(named: "default probability \(account)")
    crossCurrencyBasis = setup.figure(named: "cross-currency basis")
    facility = setup.figure(named: "standing repo rate", assumed: 4)
  }
}
