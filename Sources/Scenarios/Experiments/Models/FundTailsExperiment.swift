import Economy

/// Thurner, Farmer and Geanakoplos (2012): what borrowing adds to the tails of returns.
struct FundTailsExperiment: Experiment {
  let plan = ExperimentPlan(
    id: "M0.3-tails",
    systems: ["M0.3"],
    title: "Fat tails by leverage (Thurner, Farmer and Geanakoplos)",
    question:
      "Do value funds that borrow make returns fatter-tailed than the same funds without credit?",
    quantity: "excess kurtosis of returns with credit less that without it, same shocks",
    unit: "kurtosis",
    expected: ExperimentExpectation(
      .positive(null: 0),
      facts: ["S0.F61", "S0.F88"],
      statement:
        "published: leverage causes fat tails and clustered volatility; the seed has swings of 10 to 20 % "
        + "that leverage feeds on"
    ),
    mechanism: "credit: no fund may hold more than its own wealth",
    control: .exactly(0),
    runs: 60,
    sweeps: [
      ExperimentSweep(
        .init("leverage_limit", text: "largest holding over wealth"),
        [1, 2, 3, 5, 7.5, 10, 15],
        runs: 30
      )
    ],
    inputs: FundMarketHistory.inputs + [
      "leverage limit 7.5, where the paper reads its tail exponent",
      "the market has one asset and no maintenance margin: it is a mechanism, not bitcoin",
    ],
    finding:
      "Credit alone makes tails fat: the funds buy what falls until they are at their limit, and sell "
      + "what falls from there on. Without credit the same funds leave returns next to normal. The source's "
      + "two sentences on lost leverage contradict each other (E14); here less leverage is smaller swings.",
    refutation:
      "a market whose tails stay as fat after credit to its value buyers is gone, as on days after a "
      + "purge of open interest",
    coversWhole: false
  )

  func measure(_ run: ExperimentRun) -> ExperimentMeasurement {
    let limit = run.isControl ? 1 : run.value(of: "leverage_limit", else: 7.5)
    let credit = FundMarketHistory.summary(run, leverageLimit: limit)
    let none = FundMarketHistory.summary(run, leverageLimit: 1)
    guard let with = credit.excessKurtosis, let without = none.excessKurtosis else {
      return ExperimentMeasurement(nil)
    }
    return ExperimentMeasurement(
      with - without,
      companions: [
        .init("excess kurtosis with credit", unit: "kurtosis", with),
        .init("excess kurtosis without credit", unit: "kurtosis", without),
        .init("tail exponent with credit", unit: "exponent", credit.hillExponent ?? .infinity),
        .init("tail exponent without credit", unit: "exponent", none.hillExponent ?? .infinity),
        .init(
          "defaults with credit",
          unit: "per 10 000 steps",
          credit.defaultsPerTenThousandSteps
        ),
      ]
    )
  }
}
