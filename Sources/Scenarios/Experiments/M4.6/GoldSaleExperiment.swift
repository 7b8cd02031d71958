/// M4.6: whether the money of a revaluation comes from gold that is sold.
struct GoldSaleExperiment: Experiment {
  let plan = ExperimentPlan(
    id: "M4.6-sale",
    systems: ["M4.6"],
    title: "Gold sold in a revaluation",
    question: "Do the dollars of a revaluation come from sales of gold?",
    quantity: "share of the official gold that is sold",
    unit: "fraction",
    expected: ExperimentExpectation(
      .positive(null: 0),
      facts: ["S4.F44"],
      statement: "the dollars come from selling gold, which moves its price"
    ),
    mechanism: "the revaluation: neither a new book price nor a sale",
    control: .exactly(0),
    statistic: .exact,
    sweeps: [
      ExperimentSweep(
        .init("sold_share", text: "share of the gold that is sold besides, by decision"),
        [0, 0.000_5, 0.001, 0.005]
      )
    ],
    inputs: GoldWorld.inputs,
    finding:
      "No ounce leaves. Certificates turn a higher book price into a credit, and the credit is spent in "
      + "dollars that the central bank makes; the gold stays where it is, and its price does not "
      + "move by it (E60). Gold is sold only if somebody decides to sell some besides, and then "
      + "the sale moves the price: the region shows it. The two are told apart by the Treasury's "
      + "status report of ounces.",
    refutation: "a status report with fewer ounces after certificates were revalued",
    coversWhole: false
  )

  private static let ounces = 261_498_926.0

  func measure(_ run: ExperimentRun) throws(ScenarioError) -> ExperimentMeasurement {
    let share = run.isControl ? 0 : run.value(of: "sold_share", else: 0)
    let world = try GoldWorld(run, soldOunces: share * GoldSaleExperiment.ounces)
    return ExperimentMeasurement(
      world.ouncesSold / GoldSaleExperiment.ounces,
      companions: [
        .init("certificates issued", unit: "bn usd", world.certificates),
        .init("move of the price of gold", unit: "log units", world.goldMove),
        .init("rise of deposits", unit: "bn usd", world.deposits),
      ]
    )
  }
}
