/// M0.9: what three funds could buy, as the source adds it up.
struct SovereignFundCapacityExperiment: Experiment {
  let plan = ExperimentPlan(
    id: "M0.9-capacity",
    systems: ["M0.9"],
    title: "Assets of three sovereign funds against the market value of bitcoin",
    question: "How many times the market value could three funds buy if they sold everything else?",
    quantity: "fund assets over market value",
    unit: "ratio",
    expected: ExperimentExpectation(
      .value(3.64, tolerance: 0.005),
      facts: ["S0.F12", "S0.F47", "S0.F48", "S0.F49"],
      statement: "PIF, Norway and SAFE hold 925bn, 1.7tn and 3.2tn; the market value is 1.6tn"
    ),
    mechanism: "the allocation: the share of the funds' assets that may buy",
    control: .exactly(0),
    statistic: .exact,
    sweeps: [
      ExperimentSweep(
        .init("allocation_fraction", text: "share of fund assets that buys"),
        [0, 0.001, 0.01, 0.05, 0.275, 1]
      )
    ],
    inputs: ["assets and market value as stated (S0.F47, S0.F48, S0.F49, S0.F12)"],
    finding:
      "The arithmetic is right, and it is a ratio of stocks at one price: it takes every dollar of "
      + "the funds, and buying moves the price (M0.9-absorption). The articles disagree on the ranking: "
      + "one gives SAFE 3.2tn, twice Norway; another calls Norway first with 1.55tn (S4.F19, X22), which "
      + "holds only if SAFE is no fund.",
    refutation:
      "assets or market value of the date that differ from the stated ones by more than rounding"
  )

  /// The funds' assets as stated, trillions of US dollars: PIF, Norway, SAFE.
  static let assets = [0.925, 1.7, 3.2]
  /// The market value as stated, trillions of US dollars.
  static let marketValue = 1.6

  func measure(_ run: ExperimentRun) -> ExperimentMeasurement {
    let share = run.isControl ? 0 : run.value(of: "allocation_fraction", else: 1)
    let assets = SovereignFundCapacityExperiment.assets
    let norway = assets[1]
    return ExperimentMeasurement(
      share * assets.reduce(0, +) / SovereignFundCapacityExperiment.marketValue,
      companions: [
        .init(
          "rank of Norway among the three",
          unit: "rank",
          1 + Double(assets.count { $0 > norway })
        ),
        .init("Norway here over Norway in the other article", unit: "ratio", norway / 1.55),
      ]
    )
  }
}
