/// M0.12: a buyer of last resort with a finite purse in a cascade.
struct BackstopExperiment: Experiment {
  let plan = ExperimentPlan(
    id: "M0.12-backstop",
    systems: ["M0.12"],
    title: "Buyer of last resort in a cascade",
    question:
      "Does an official buyer of a stated size make a cascade shallower, and how large must it be?",
    quantity: "log fall without the buyer less log fall with it",
    unit: "log units",
    expected: ExperimentExpectation(
      .positive(null: 0),
      facts: ["S0.F94", "S0.F67"],
      statement:
        "in a severe crisis central banks support bitcoin, and the support helps; no size is "
        + "stated"
    ),
    mechanism: "the backstop: the buyer's purse is empty",
    control: .exactly(0),
    runs: 200,
    sweeps: [
      ExperimentSweep(
        .init("size_usd", text: "purse of the buyer, USD"),
        [0.1e9, 0.5e9, 1e9, 2e9, 5e9, 10e9, 20e9],
        by: .init("delay_usd", text: "forced sales before it buys, USD"),
        [0, 2e9, 5e9],
        runs: 100
      )
    ],
    inputs: ReducedCascade.inputs + [
      "assumption: news of −8 % and the stated outflow of 0.2bn (S0.F09); the buyer has 5bn and takes "
        + "forced sales after the first 0.5bn of them"
    ],
    finding:
      "A buyer of forced sales helps by what its purse is worth in impact, less than one percent of price "
      + "for 5bn: it removes amplification and not the news. That authorities would act is an assumption "
      + "of the source, which no run can test; the opposite reading, no lender on chain, is M1.11-floor.",
    refutation:
      "an official operation that names bitcoin and its effect on price, or forced sales so "
      + "small that no purse matters",
    coversWhole: false
  )

  func measure(_ run: ExperimentRun) -> ExperimentMeasurement {
    let market = ReducedCascade(run)
    let size = run.isControl ? 0 : run.value(of: "size_usd", else: 5e9)
    let delay = run.value(of: "delay_usd", else: 0.5e9)
    let without = market.end(news: -0.08, sale: 0.2e9)
    let with = market.end(news: -0.08, sale: 0.2e9) { min(size, max(0, $0 - delay)) }
    let unlevered = market.end(news: -0.08, sale: 0.2e9, isLeveraged: false)
    return ExperimentMeasurement(
      without.fall - with.fall,
      companions: [
        .init("log fall without the buyer", unit: "log units", without.fall),
        .init("log fall with the buyer", unit: "log units", with.fall),
        .init("log fall without leverage", unit: "log units", unlevered.fall),
        .init("bought", unit: "bn usd", min(size, max(0, with.forced - delay)) / 1e9),
      ]
    )
  }
}
