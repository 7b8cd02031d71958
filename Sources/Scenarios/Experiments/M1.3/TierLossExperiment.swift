/// M1.3: what the order of sales costs retail and institutions.
struct TierLossExperiment: Experiment {
  let plan = ExperimentPlan(
    id: "M1.3-loss",
    systems: ["M1.3"],
    title: "Who bears the loss, by the order of sales",
    question: "Does the stated order of sales move the loss of a fall from institutions to retail?",
    quantity:
      "retail's loss less the institutions', over the 30bn of coins that each begins with, in the stated "
      + "order less in the switched one",
    unit: "fraction",
    expected: TierLossExperiment.stated,
    mechanism: "forced sales of coins: no withdrawals, no top-ups of margin",
    control: .exactly(0),
    readings: [
      ExperimentReading(
        id: "rebound",
        text: "bitcoin makes up half of its fall, the small coin does not",
        expected: TierLossExperiment.stated
      ),
      ExperimentReading(
        id: "low",
        text: "measured at the low",
        expected: TierLossExperiment.stated
      ),
    ],
    runs: 12,
    sweeps: [
      ExperimentSweep(
        .init("rebound_log", text: "rebound of bitcoin, log units"),
        [0, 0.05, 0.1, 0.2],
        reading: "low",
        runs: 8
      )
    ],
    inputs: TierWorld.inputs + [
      "a rebound of 0.1 log units of bitcoin on the fourth day, an assumption"
    ],
    finding:
      "Retail loses more than institutions in either order, and without any sale of coins: it is leveraged. "
      + "At the low the order adds nothing; if bitcoin alone rebounds, it adds a percent of the coins, for "
      + "senior coins that were sold miss the rebound. That the loss falls upon retail follows from "
      + "its leverage and not from the tiers.",
    refutation: "past failures with losses by class in which the order of sales explains who lost",
    coversWhole: false
  )

  private static let stated = ExperimentExpectation(
    .positive(null: 0),
    facts: ["S1.F35", "S1.F38"],
    statement:
      "retail bears the largest loss because its senior assets have passed to institutions; read as what "
      + "the order of sales adds"
  )

  func measure(_ run: ExperimentRun) throws(ScenarioError) -> ExperimentMeasurement {
    let rebound = run.value(of: "rebound_log", else: run.reading == "low" ? 0 : 0.1)
    var gaps: [Double] = []
    var losses: [Double] = []
    for order in [TierWorld.Order.stated, .switched] {
      let path = try TierWorld.path(order, run, sells: !run.isControl, rebound: rebound)
      let retail = TierWorld.retail.reduce(0) { $0 + loss("retail \($1.name)", path) }
      let institutions = loss("institutions", path)
      gaps.append(retail - institutions)
      losses += [retail, institutions]
    }
    return ExperimentMeasurement(
      gaps[0] - gaps[1],
      companions: [
        .init("retail's loss, stated order", unit: "fraction", losses[0]),
        .init("institutions' loss, stated order", unit: "fraction", losses[1]),
        .init("retail's loss, switched order", unit: "fraction", losses[2]),
        .init("institutions' loss, switched order", unit: "fraction", losses[3]),
      ]
    )
  }

  /// The fall of net worth since the first day's end, over the coins at the opening.
  private func loss(_ participant: String, _ path: MeasuredWorld) -> Double {
    let worth = path.netWorths(participant)
    return (worth[0] - worth[worth.count - 1]) / TierWorld.coinsDollars
  }
}
