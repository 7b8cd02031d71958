/// The figures that the storage operator publishes and reads.
struct OilFigures {
  /// Barrels that exist, millions.
  let stocks: FigureID
  /// The price for delivery in a year, dollars.
  let yearAhead: FigureID
  /// ln(F₁₂/F₁): above zero in contango, below in backwardation.
  let slope: FigureID
  /// F₁ − F₁₂, dollars: above zero in backwardation.
  let spread: FigureID
  /// π, what a holder without room pays to be rid of a barrel, dollars.
  let discount: FigureID
  /// What trades in oil are anchored to, dollars.
  let value: FigureID
  /// Percent a year.
  let policyRate: FigureID

  init(_ setup: inout WorldSetup) {
    stocks = setup.figure(named: "oil stocks")
    yearAhead = setup.figure(named: "oil futures 12m")
    slope = setup.figure(named: "oil slope")
    spread = setup.figure(named: "oil spread M1-M12")
    discount = setup.figure(named: "oil storage discount")
    value = setup.figure(named: "oil value")
    policyRate = setup.figure(named: "policy rate", assumed: 3.875)
  }
}
