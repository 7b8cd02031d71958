import Economy

/// Thurner, Farmer and Geanakoplos (2012): the tail exponent of three.
struct FundTailExponentExperiment: Experiment {
  let plan = ExperimentPlan(
    id: "M0.3-exponent",
    systems: ["M0.3"],
    title: "Tail exponent against the leverage limit (Thurner, Farmer and Geanakoplos)",
    question: "Is the tail exponent near three where the leverage limit is 7.5?",
    quantity: "one over the tail exponent of falls",
    unit: "ratio",
    expected: ExperimentExpectation(
      .value(1.0 / 3, tolerance: 0.05),
      facts: ["S0.F61", "S0.F27"],
      statement:
        "published: an exponent near 3, as in stock markets, at a limit near 7.5; 0.283 to 0.383 counts, "
        + "an exponent of 2.6 to 3.5"
    ),
    mechanism: "credit: no fund may hold more than its own wealth",
    control: .within(
      FundTailExponentExperiment.normal,
      bound: 0.02,
      reason:
        "the value that Hill's estimator reads from normal returns at this share, exponent 9.0; "
        + "funds without credit still lean against the wind, which the bound allows for"
    ),
    runs: 60,
    runsMin: 50,
    sweeps: [
      ExperimentSweep(
        .init("leverage_limit", text: "largest holding over wealth"),
        [1, 2, 3, 4, 5, 6, 7.5, 10, 15],
        runs: 30
      )
    ],
    inputs: FundMarketHistory.inputs + [
      "Hill's estimator on the largest hundredth; the paper fits another range of returns"
    ],
    finding:
      "The exponent passes three as the limit rises, and where it does so depends on the "
      + "range that is fitted: with the largest hundredth of falls it is met at a limit of "
      + "5 to 6, and at the paper's 7.5 it is 2.4. The order, more credit and fatter tails, "
      + "does not depend on it, and ends at a limit of about 10, beyond which funds are "
      + "seldom at it.",
    refutation: "the paper's exponent on its own range of returns, from its own program",
    coversWhole: false
  )

  /// E[ln(|z|/u) given |z| > u] for a standard normal z, with u its 99.5 % quantile.
  private static let normal = 0.111

  func measure(_ run: ExperimentRun) -> ExperimentMeasurement {
    let limit = run.isControl ? 1 : run.value(of: "leverage_limit", else: 7.5)
    let summary = FundMarketHistory.summary(run, leverageLimit: limit)
    guard let exponent = summary.hillExponent else { return ExperimentMeasurement(nil) }
    return ExperimentMeasurement(
      1 / exponent,
      companions: [
        .init("tail exponent", unit: "exponent", exponent),
        .init("excess kurtosis", unit: "kurtosis", summary.excessKurtosis ?? 0),
        .init("defaults", unit: "per 10 000 steps", summary.defaultsPerTenThousandSteps),
      ]
    )
  }
}
