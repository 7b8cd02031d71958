/// M3.2: how much of an outflow's price effect the futures leg takes away.
struct UnwindNeutralityExperiment: Experiment {
  let plan = ExperimentPlan(
    id: "M3.2-neutral",
    systems: ["M3.2"],
    title: "Price effect of a neutral outflow",
    question:
      "How much of the price effect of an outflow is gone if futures are bought back beside it?",
    quantity:
      "price effect that the unwinding lacks, over that of a sale of the same size by other holders",
    unit: "fraction",
    expected: ExperimentExpectation(
      .value(1, tolerance: 0.25),
      facts: ["S3.F20", "S3.F38"],
      statement:
        "delta neutral: an outflow of 4bn that is not bad for the market; taken as less than a quarter of "
        + "the effect of a directional sale"
    ),
    mechanism: "the futures leg: other holders sell as much in place of the carry funds",
    control: .exactly(0),
    runs: 16,
    inputs: UnwindWorld.inputs + [
      "price effects are mean log differences of daily closes, days 8 to 57, to the same world without the "
        + "outflow"
    ],
    finding:
      "Both legs meet in one market, so that the purchase of futures carries what the dealer sells in "
      + "coins, and a little more, for others take a part of the shares: this is arithmetic of a netted "
      + "market and is as good as the assumption that futures and spot are tied without delay. It does not "
      + "explain the fall of the price from 125,000 to 80,000, which then has other causes than the "
      + "outflow.",
    refutation:
      "an event study in which outflows matched by futures bought back move the price as much as the rest",
    coversWhole: false
  )

  func measure(_ run: ExperimentRun) throws(ScenarioError) -> ExperimentMeasurement {
    let still = try UnwindWorld().without(UnwindWorld.unwindMechanisms).run(run)
    let unwinding = try UnwindWorld().run(run)
    let size = unwinding.dollars(unwinding.outflow)
    let selling = try UnwindWorld().selling(size).run(run)
    let sale = effect(of: selling, over: still)
    let effect = run.isControl ? sale : effect(of: unwinding, over: still)
    return ExperimentMeasurement(
      sale < 0 ? 1 - effect / sale : nil,
      companions: [
        .init("outflow at the opening price", unit: "usd", size),
        .init("price effect", unit: "log units", effect),
        .init("price effect of the sale by other holders", unit: "log units", sale),
      ]
    )
  }

  private func effect(of path: UnwindPath, over other: UnwindPath) -> Double {
    path.measured.meanMove(of: "BTC", over: other.measured, fromDay: 7)
  }
}
