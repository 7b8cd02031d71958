import Statistics

/// M1.9: whether valuation shrinks as more companies of a theme are listed.
struct ListingMultipleExperiment: Experiment {
  let plan = ExperimentPlan(
    id: "M1.9-listings",
    systems: ["M1.9"],
    title: "Multiples against the number of listings",
    question: "Do multiples of a theme fall as more of its companies list?",
    quantity: "elasticity of the multiple to the number of listings",
    unit: "elasticity",
    expected: ExperimentExpectation(
      .negative(null: 0),
      facts: ["S1.F50"],
      statement:
        "few companies list at a high valuation by concept; as more list, imagination shrinks"
    ),
    mechanism:
      "the scarcity of money for the theme: the pool grows in proportion with the listings",
    control: .contains(0),
    runs: 200,
    sweeps: [
      ExperimentSweep(
        .init("pool_elasticity", text: "growth of the pool per growth of the listings"),
        [0, 0.25, 0.5, 0.75, 1, 1.25],
        runs: 100
      )
    ],
    inputs: [
      "36 months, listings from 4 upwards at 0.5 a month (Poisson), money for the theme with 15 % monthly "
        + "noise, equal earnings: assumptions, the source has no number",
      "assumption: half of every new listing's capital is money that was not in the theme before",
    ],
    finding:
      "The sign follows if new listings share money that does not grow as fast as they do, and turns "
      + "if it does: it is a statement about the pool of money and not about imagination. The taxonomy of "
      + "six forms around it is a list; a list cannot be reproduced.",
    refutation:
      "multiples and listings of crypto companies over some years with an elasticity at or above "
      + "zero",
    coversWhole: false
  )

  func measure(_ run: ExperimentRun) throws(ScenarioError) -> ExperimentMeasurement {
    let pool = run.isControl ? 1 : run.value(of: "pool_elasticity", else: 0.5)
    var arrivals = run.stream("listings")
    var noise = run.stream("money")
    let listing = PoissonDistribution(mean: 0.5)
    var count = 4.0
    var logCounts: [Double] = []
    var logMultiples: [Double] = []
    for _ in 0..<36 {
      count += Double(listing.draw(using: &arrivals))
      logCounts.append(Libm.logarithm(count))
      logMultiples.append((pool - 1) * Libm.logarithm(count) + 0.15 * noise.nextNormal())
    }
    return ExperimentMeasurement(
      slope(of: logMultiples, on: logCounts),
      companions: [.init("listings at the end", unit: "count", count)]
    )
  }

  /// The least-squares slope; nil if no company listed.
  private func slope(of values: [Double], on regressor: [Double]) -> Double? {
    let n = Double(values.count)
    let (meanX, meanY) = (regressor.reduce(0, +) / n, values.reduce(0, +) / n)
    let spread = regressor.reduce(0) { $0 + ($1 - meanX) * ($1 - meanX) }
    guard spread > 0 else { return nil }
    let covariance = zip(regressor, values).reduce(0) { $0 + ($1.0 - meanX) * ($1.1 - meanY) }
    return covariance / spread
  }
}
