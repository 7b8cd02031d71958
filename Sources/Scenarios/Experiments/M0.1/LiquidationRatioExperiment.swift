/// M0.1: the ratio of liquidations to net outflow, which the source reads as fragility.
struct LiquidationRatioExperiment: Experiment {
  let plan = ExperimentPlan(
    id: "M0.1-ratio",
    systems: ["M0.1"],
    title: "Liquidations over net outflow",
    question: "Does the market of 2025-11-21 liquidate ten times the stated net outflow?",
    quantity: "liquidated value over net outflow, 24 hours",
    unit: "ratio",
    expected: ExperimentExpectation(
      .value(10, tolerance: 2),
      facts: ["S0.F07", "S0.F09", "S0.F10"],
      statement:
        "1.9bn liquidated against 0.2bn of outflow, 9.5, rounded to 10; 8 to 12 counts (T01)"
    ),
    mechanism: "leverage: positions on margin, so that nothing can be liquidated",
    control: .exactly(0),
    calibration:
      "the news is solved for so that prices are the reported ones; the liquidations follow",
    runs: 60,
    sweeps: [
      ExperimentSweep(
        .init("net_outflow_usd", text: "net outflow, USD"),
        [0.2e9, 0.5e9, 0.9e9, 1.2e9, 1.5e9, 2e9, 4e9],
        runs: 40
      )
    ],
    inputs: [
      "the built-in event 2025-11-21 with its priors",
      "predicted liquidations are an upper bound: owners who close in time are counted; reported ones "
        + "are a lower bound, venues publish one order a second",
    ],
    finding:
      "The predicted liquidations hardly depend on the outflow, because the prices are given: the "
      + "ratio is one number over another that has nothing to do with it. It comes to ten at an outflow "
      + "of more than a billion, which is near the funds' outflow of the day before (0.903bn) and not "
      + "near the stated 0.2bn. Part of the gap is that predicted liquidations are an upper bound.",
    refutation:
      "a source for the net outflow of 0.2bn, and liquidations of the day by venue that reach "
      + "or miss the predicted ones",
    coversWhole: false
  )

  func measure(_ run: ExperimentRun) throws(ScenarioError) -> ExperimentMeasurement {
    guard let replay = try EventReplay(run) else { return ExperimentMeasurement(nil) }
    let outcome = replay.outcome
    return ExperimentMeasurement(
      outcome.ratio,
      companions: [
        .init("liquidated", unit: "bn usd", outcome.liquidated.total / 1e9),
        .init("long share of liquidations", unit: "fraction", outcome.longShare ?? 0),
        .init("multiplier, at most 100", unit: "ratio", min(outcome.multiplier ?? 100, 100)),
      ]
    )
  }
}
