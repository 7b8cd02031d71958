/// M0.1: what leverage adds to a fall that news and an outflow start.
struct CascadeExperiment: Experiment {
  let plan = ExperimentPlan(
    id: "M0.1-cascade",
    systems: ["M0.1"],
    title: "Cascade with and without leverage",
    question:
      "Does the fall of 2025-11-21 go deeper with leveraged longs than the same news and the "
      + "same outflow make it without them?",
    quantity: "log fall with leverage over log fall without it",
    unit: "ratio",
    expected: ExperimentExpectation(
      .positive(null: 1),
      facts: ["S0.F07", "S0.F09", "S0.F10"],
      statement:
        "a small outflow breaks margin levels layer by layer, so that forced sales make the "
        + "fall deeper: the multiplier is above one"
    ),
    mechanism: "leverage: positions on margin, so that nothing can be liquidated",
    control: .exactly(1),
    calibration:
      "the news of each run is solved for so that the market with leverage takes the reported "
      + "prices; the depth of the fall is therefore no prediction, the multiplier and the liquidations are",
    runs: 40,
    sweeps: [],
    inputs: [
      "the built-in event 2025-11-21: prices, open interest and outflow as reported, with priors",
      "leverage mixture, depth and impact drawn a run from the priors of the state file",
    ],
    finding:
      "Leverage deepens the fall. The ratio of liquidations to outflow, 9.5 to 10 in the source, is "
      + "shown beside it: its denominator is a net flow that can lie near zero, and most of the move is "
      + "news, so the ratio says little about the multiplier.",
    refutation:
      "a multiplier whose interval reaches one, or liquidations of the same day, hour by hour, "
      + "that the opening book cannot make"
  )

  func measure(_ run: ExperimentRun) throws(ScenarioError) -> ExperimentMeasurement {
    let name = "2025-11-21"
    let state = try BuiltInStates.state(named: name)
    guard let event = state.event else { throw .unknownEvent(name: name, known: []) }
    let setting = RunSetting(
      state: state,
      source: .event(event),
      without: run.isControl ? [.leverage] : [],
      seed: run.seed,
      parcels: 2_000
    )
    let outcome = try SimulatedRun(setting, run: run.number).outcome
    return ExperimentMeasurement(
      outcome.multiplier ?? .infinity,
      companions: [
        .init("liquidations over net outflow", unit: "ratio", outcome.ratio ?? 0),
        .init("liquidated", unit: "usd", outcome.liquidated.total),
        .init("long share of liquidations", unit: "fraction", outcome.longShare ?? 0),
        .init("share of the fall that leverage explains", unit: "fraction", outcome.leverageShare),
      ]
    )
  }
}
