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
      + "prices; the depth of the fall is therefore no prediction, the multiplier and the liquidations "
      + "are",
    runs: 60,
    inputs: [
      "the built-in event 2025-11-21: prices, open interest and outflow as reported, with priors",
      "leverage mixture, depth and impact drawn a run from the priors of the state file",
      "draws whose book contradicts the prices are drawn again; they are the most fragile books, so the "
        + "multiplier leans low",
    ],
    finding:
      "Leverage deepens the fall, and most of the fall is news. The multiplier says so; a ratio of "
      + "liquidations to outflow does not, because most liquidations follow the price.",
    refutation:
      "a multiplier whose interval reaches one, or liquidations of the same day, hour by hour, "
      + "that the opening book cannot make"
  )

  func measure(_ run: ExperimentRun) throws(ScenarioError) -> ExperimentMeasurement {
    guard let replay = try EventReplay(run) else { return ExperimentMeasurement(nil) }
    let outcome = replay.outcome
    return ExperimentMeasurement(
      outcome.multiplier ?? .infinity,
      companions: [
        .init("share of the fall that leverage explains", unit: "fraction", outcome.leverageShare),
        .init("liquidated", unit: "bn usd", outcome.liquidated.total / 1e9),
        .init("local gain of the opening book", unit: "ratio", outcome.localGain),
        .init("draws rejected first", unit: "count", Double(replay.rejectedCount)),
      ]
    )
  }
}
