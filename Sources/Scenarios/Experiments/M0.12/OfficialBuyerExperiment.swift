import Economy

/// M0.12 in the world: an official buyer with a size and a delay.
struct OfficialBuyerExperiment: Experiment {
  private static let helps = ExperimentExpectation(
    .positive(null: 0),
    facts: ["S0.F94", "S0.F67"],
    statement:
      "in a severe crisis central banks support bitcoin, and the support helps; no size is stated"
  )

  let plan = ExperimentPlan(
    id: "M0.12-world",
    systems: ["M0.12"],
    title: "Official buyer in the world, with size and delay",
    question:
      "How much of a crash does an official buyer with 5bn prevent who acts a quarter of a day after "
      + "the price has fallen 5 %?",
    quantity: "share of the fall after three days that the buyer prevents",
    unit: "fraction",
    expected: OfficialBuyerExperiment.helps,
    mechanism: "the backstop: nobody official buys",
    control: .exactly(0),
    readings: [
      ExperimentReading(
        id: "helps",
        text: "official support holds the price up (S0)",
        expected: OfficialBuyerExperiment.helps
      ),
      ExperimentReading(
        id: "little",
        text: "even unlimited support does little (S2); a tenth of the fall counts as little",
        expected: ExperimentExpectation(
          .atMost(0.1),
          facts: ["S2.F28"],
          statement:
            "purchases do far less than in 2020 (said of credit; X13 sets it against the other reading)"
        )
      ),
    ],
    runs: 40,
    sweeps: [
      ExperimentSweep(
        .init("size_usd", text: "what the buyer may spend, USD"),
        [1e9, 5e9, 20e9, 100e9],
        by: .init("delay_days", text: "days from the fall of 5 % to the first purchase"),
        [0, 0.25, 1, 2],
        runs: 10
      ),
      ExperimentSweep(
        .init("size_usd", text: "what the buyer may spend, USD"),
        [5e9, 20e9, 100e9, 400e9],
        by: .init("buyer_count", text: "official buyers, each with its share and 4.5bn a day"),
        [1, 10],
        reading: "little",
        runs: 10
      ),
    ],
    inputs: CoinWorld.inputs + [
      "news of −12 % in the first hours, an assumption near the −10.9 % of the day (S0.F27)",
      "assumption: the buyer has 5bn, acts 0.25 days after the price has fallen 5 %, spends all of it "
        + "within the next "
        + "percent, and takes 5 % of the volume at most (model §3)",
    ],
    finding:
      "An official buyer helps, and little: 5bn prevent a twenty-fifth of the fall. Most forced "
      + "sales happen within hours, so that a buyer who comes a quarter of a day late meets the same "
      + "liquidations and stops none. Most of the fall prevented takes 100bn from ten buyers at once, "
      + "a tenth of three days' volume and more than a third of it on the first. Whether anyone "
      + "official would act is not a question for a simulation.",
    refutation: "an official operation that names bitcoin and its effect on price",
    coversWhole: false
  )

  func measure(_ run: ExperimentRun) throws(ScenarioError) -> ExperimentMeasurement {
    let size = run.value(of: "size_usd", else: 5e9)
    let count = Int(run.value(of: "buyer_count", else: 1))
    var world = CoinWorld()
    world.plan.shocks = [
      WorldShock(.news, name: "news", day: 0, hour: 4, market: "BTC", size: -0.12)
    ]
    for number in 0..<count {
      world.plan.participants.append(
        buyer(number, size: size / Double(count), delay: run.value(of: "delay_days", else: 0.25))
      )
    }
    let off: Set<String> = ["sovereign_game"]
    let without = try world.outcome(run, days: 3, without: off.union(["sovereign_floor"]))
    let with = run.isControl ? without : try world.outcome(run, days: 3, without: off)
    let unlevered = try world.outcome(
      run,
      days: 3,
      without: off.union(["sovereign_floor", "leverage"])
    )
    let fall = -without.logMove(day: 2)
    let bought = (0..<count).reduce(0) { $0 + with.flow(of: "official \($1)", days: 0..<3) }
    return ExperimentMeasurement(
      fall > 0 ? (fall + with.logMove(day: 2)) / fall : nil,
      companions: [
        .init("log fall after three days without the buyer", unit: "log units", fall),
        .init("the same with the buyer", unit: "log units", -with.logMove(day: 2)),
        .init("the same without leverage or buyer", unit: "log units", -unlevered.logMove(day: 2)),
        .init("bought", unit: "bn usd", bought / 1e9),
        .init(
          "liquidated without the buyer",
          unit: "bn usd",
          without.liquidatedLongs(days: 0..<3) / 1e9
        ),
        .init("liquidated with the buyer", unit: "bn usd", with.liquidatedLongs(days: 0..<3) / 1e9),
      ]
    )
  }

  private func buyer(_ number: Int, size: Double, delay: Double) -> ParticipantPlan {
    ParticipantPlan(
      "sovereign_accumulator",
      "official \(number)",
      numbers: [
        "floor_usd_per_log_unit": size / 0.01,
        "floor_reference_usd": 0.95 * CoinWorld.price,
        "floor_delay_days": delay,
        "budget_share_per_year": 1,
      ],
      endowments: [ParticipantPlan.Endowment("deposits", size, from: "HN")]
    )
  }
}
