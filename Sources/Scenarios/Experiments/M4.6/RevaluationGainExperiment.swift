/// M4.6: the gain of a revaluation as postings of a world.
struct RevaluationGainExperiment: Experiment {
  let plan = ExperimentPlan(
    id: "M4.6-gain",
    systems: ["M4.6"],
    title: "Revaluation of official gold as postings",
    question: "Is the gain of marking the gold from 42.22 to 2 920 dollars 750bn?",
    quantity: "certificates issued to the central bank",
    unit: "bn usd",
    expected: ExperimentExpectation(
      .value(750, tolerance: 5),
      facts: ["S4.F21", "S4.F23", "S4.F24", "S4.F25", "S4.F26"],
      statement: "about 750bn are booked; five billion either way is the rounding of the source"
    ),
    mechanism: "the revaluation: the book price stays",
    control: .exactly(0),
    statistic: .exact,
    inputs: GoldWorld.inputs,
    finding:
      "Yes: 752.5bn with the Treasury's exact ounces, of which the source's 750 is a rounding. "
      + "Certificates and the Treasury's account rise by the same amount, and nothing else moves on "
      + "that day. When it is spent, the account falls, and deposits and bank reserves rise by all of "
      + "it: the operation is money, as a purchase of the central bank is, and no sale. At the price of "
      + "the opening sheet the gain would be a thousand billions and more.",
    refutation: "a law that books the gain without crediting the account",
    coversWhole: false
  )

  func measure(_ run: ExperimentRun) throws(ScenarioError) -> ExperimentMeasurement {
    let world = try GoldWorld(run)
    return ExperimentMeasurement(
      world.certificates,
      companions: [
        .init("highest Treasury account over its opening", unit: "bn usd", world.accountPeak),
        .init("rise of bank reserves when all is spent", unit: "bn usd", world.reserves),
        .init("rise of deposits when all is spent", unit: "bn usd", world.deposits),
        .init("ounces sold", unit: "ounces", world.ouncesSold),
      ]
    )
  }
}
