import Economy
import Statistics

/// Cont and Schaanning (2017): indirect contagion between holders with leverage limits.
struct FireSaleThresholdExperiment: Experiment {
  let plan = ExperimentPlan(
    id: "M0.10-threshold",
    systems: ["M0.10"],
    title: "Indirect contagion with thresholds (Cont and Schaanning)",
    question:
      "Does a shock to one asset lower another that nobody had bad news about, once holders pass "
      + "their limits?",
    quantity: "fall of the asset that was not shocked",
    unit: "fraction",
    expected: ExperimentExpectation(
      .positive(null: 0),
      facts: ["S0.F45", "S0.F98"],
      statement:
        "published: beyond a threshold of losses holders sell what they have, and holders without the "
        + "shocked asset lose by it; the seed has constrained holders sell in a fall of 10 %"
    ),
    mechanism:
      "the limit: holders are allowed any leverage, so that the threshold is never reached",
    control: .exactly(0),
    runs: 200,
    sweeps: [
      ExperimentSweep(
        .init("shock_fraction", text: "loss of the shocked asset"),
        [0.01, 0.02, 0.03, 0.05],
        by: .init("max_leverage", text: "assets over equity above which a holder sells"),
        [20, 25, 33],
        runs: 100
      )
    ],
    inputs: [
      "10 holders with leverage of 12 to 20 over two assets, a third to three quarters in the shocked one, "
        + "which loses 3 %; depth of a market 20 times all holdings, price floor a half: the shape of row "
        + "S37, sizes are assumptions",
      "sale above 25 times equity, down to 20 (model §4.7, row S37)",
    ],
    finding:
      "Contagion has a threshold: below it a shock stays where it is, a little above it the other asset "
      + "falls too. A model without thresholds would have spread the small shock as well. Public data give "
      + "neither the limits nor the depths of holders of bitcoin, so that the size is open.",
    refutation: "forced sales that grow in proportion to losses from the first dollar",
    coversWhole: false
  )

  private static let count = 10

  func measure(_ run: ExperimentRun) throws(ScenarioError) -> ExperimentMeasurement {
    var stream = run.stream("holders")
    var (holdings, equity): ([[Double]], [Double]) = ([], [])
    for _ in 0..<FireSaleThresholdExperiment.count {
      let size = 50 + 150 * stream.nextUniform()
      let share = 1.0 / 3 + (0.75 - 1.0 / 3) * stream.nextUniform()
      holdings.append([size * share, size * (1 - share)])
      equity.append(size / (12 + 8 * stream.nextUniform()))
    }
    let limit =
      run.isControl ? Double.greatestFiniteMagnitude : run.value(of: "max_leverage", else: 25)
    let shock = run.value(of: "shock_fraction", else: 0.03)
    let total = holdings.reduce(0) { $0 + $1[0] + $1[1] }
    do throws(ModelError) {
      let holders = try ContSchaanningFireSale(
        holdings: holdings,
        equity: equity,
        cash: equity.map { _ in 0 },
        maxLeverage: limit,
        targetLeverage: 20,
        depth: [20 * total, 20 * total],
        priceFloorRatio: 0.5
      )
      let outcome = try holders.outcome(ofShock: [shock, 0])
      let lost = zip(equity, outcome.equity).reduce(0) { $0 + $1.0 - $1.1 }
      let direct = holdings.reduce(0) { $0 + $1[0] * shock }
      return ExperimentMeasurement(
        1 - outcome.priceFactors[1],
        companions: [
          .init("sold over all holdings", unit: "fraction", outcome.sold.reduce(0, +) / total),
          .init("rounds", unit: "count", Double(outcome.rounds)),
          .init("losses over those by the shock alone", unit: "ratio", lost / direct),
          .init(
            "overlap, spectral radius",
            unit: "currency units",
            try holders.overlapSpectralRadius()
          ),
        ]
      )
    } catch {
      throw .model(error)
    }
  }
}
