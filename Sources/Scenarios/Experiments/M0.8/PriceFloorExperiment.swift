import Economy

/// M0.8: how much of a cascade a sovereign's purchases stop.
struct PriceFloorExperiment: Experiment {
  let plan = ExperimentPlan(
    id: "M0.8-world",
    systems: ["M0.8"],
    title: "A sovereign's floor under a cascade",
    question:
      "How much of the fall below the price at which a state with 0.1bn begins to buy do its purchases "
      + "prevent?",
    quantity: "share of the fall that the purchases prevent",
    unit: "fraction",
    expected: ExperimentExpectation(
      .atLeast(0.5),
      facts: ["S0.F43", "S0.F41", "S0.F42"],
      statement:
        "a purchase of 0.1bn sets the floor of the cascade; half of the fall prevented counts as a floor"
    ),
    mechanism: "the schedule: the state does not bid",
    control: .exactly(0),
    calibration:
      "the open interest is 0.15 of the default world's, chosen so that the longs closed on the day "
      + "are near the "
      + "1.7bn reported (S0.F07, S0.F08)",
    runs: 40,
    sweeps: [
      ExperimentSweep(
        .init("purse_usd", text: "purse, all of it spent within the first 1 % of the fall, USD"),
        [0.1e9, 1e9, 10e9, 100e9],
        by: .init(
          "state_count",
          text: "states that share the purse, each with 4.5bn a day at most"
        ),
        [1, 10],
        runs: 20
      ),
      ExperimentSweep(
        .init(
          "slope_usd_per_log",
          text: "purchases of ten states per log unit of fall with 1 tn, USD"
        ),
        [1e8, 1e9, 1e10, 1e11, 1e12, 1e13],
        runs: 20
      ),
    ],
    inputs: CoinWorld.inputs + [
      "news of ln(1 − 0.109) in the fifth hour (S0.F27)",
      "purse 0.1bn (S0.F43) spent within the first 1 % of the fall below the opening price: an "
        + "assumption in favour of the source",
      "a state takes 5 % of the volume at most, 4.5bn a day (model §3)",
      "the fall is that of the close of the day of the news, 20 hours after it",
    ],
    finding:
      "A tenth of a billion prevents two thousandths of the fall: forced sales are sixteen times "
      + "larger, and most of the fall is news, against which purchases go on for as long as the news "
      + "is believed. A billion prevents two hundredths, ten billion from ten states a fifth. Half of "
      + "the fall takes ten states that together buy 40bn within the day, or a schedule of a trillion "
      + "dollars per log unit. The purchase at 91 000 also came before the low at 81 600, so that the "
      + "order in the source is against it.",
    refutation:
      "lows that lie at the prices of disclosed official purchases more often than prices drawn from "
      + "the same days do",
    coversWhole: false
  )

  func measure(_ run: ExperimentRun) throws(ScenarioError) -> ExperimentMeasurement {
    let isSloped = run.parameters["slope_usd_per_log"] != nil
    let purse = isSloped ? 1e12 : run.value(of: "purse_usd", else: 0.1e9)
    let count = run.value(of: "state_count", else: isSloped ? 10 : 1)
    let slope = run.value(of: "slope_usd_per_log", else: purse / 0.01)
    var world = CoinWorld(leverage: 0.15)
    world.plan.shocks = [
      WorldShock(.news, name: "news", day: 0, hour: 4, market: "BTC", size: -0.1154)
    ]
    let states = (0..<Int(count)).map { "state \($0)" }
    world.plan.participants += states.map { name in
      ParticipantPlan(
        "sovereign_accumulator",
        name,
        numbers: ["floor_usd_per_log_unit": slope / count, "budget_share_per_year": 1],
        endowments: [ParticipantPlan.Endowment("deposits", purse / count, from: "HN")]
      )
    }
    let without = try world.outcome(run, days: 3, without: ["sovereign_game", "sovereign_floor"])
    let with =
      run.isControl
      ? without : try world.outcome(run, days: 3, without: ["sovereign_game"])
    let fall = -without.logMove(day: 0)
    return ExperimentMeasurement(
      fall > 0 ? (fall + with.logMove(day: 0)) / fall : nil,
      companions: [
        .init("log fall without the state", unit: "log units", fall),
        .init("log fall with the state", unit: "log units", -with.logMove(day: 0)),
        .init(
          "log difference after three days",
          unit: "log units",
          with.logMove(day: 2) - without.logMove(day: 2)
        ),
        .init(
          "bought on the day",
          unit: "bn usd",
          states.reduce(0) { $0 + with.flow(of: $1, days: 0..<1) } / 1e9
        ),
        .init(
          "liquidated on the day without the state",
          unit: "bn usd",
          without.liquidatedLongs(days: 0..<1) / 1e9
        ),
        .init(
          "liquidated on the day with the state",
          unit: "bn usd",
          with.liquidatedLongs(days: 0..<1) / 1e9
        ),
      ]
    )
  }
}
