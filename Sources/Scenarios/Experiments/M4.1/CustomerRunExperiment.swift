import Economy

/// M4.1: what customers withdraw because an exchange has a hole.
struct CustomerRunExperiment: Experiment {
  let plan = ExperimentPlan(
    id: "M4.1-run",
    systems: ["M4.1"],
    title: "Customers of an exchange with a hole",
    question:
      "How much of their claims do customers take out within a week because reserves do not cover a theft?",
    quantity: "share of claims withdrawn in a week because of the hole",
    unit: "fraction",
    expected: ExperimentExpectation(
      .positive(null: 0),
      facts: ["S4.F01", "S4.F08"],
      statement:
        "cash does not cover the loss, so that the exchange needs lenders or shareholders; of "
        + "customers the source says nothing, and a sign is all that is expected"
    ),
    mechanism: "the run: customers do not heed the hole",
    control: .exactly(0),
    runs: 20,
    sweeps: [
      ExperimentSweep(
        .init("reserve_usd", text: "retained reserve of the exchange, USD"),
        [0.3e9, 0.7e9, 1.0e9, 1.6e9],
        by: .init("loss_usd", text: "stolen, USD"),
        [0.05e9, 1.5e9],
        runs: 5
      )
    ],
    inputs: HackWorld.inputs + [
      "reserve 0.7bn (S4.F08); withdrawals of 5 a day times hole over claims times missing confidence "
        + "(model §3.23; the slope is an assumption)"
    ],
    finding:
      "A hole makes a run: nine tenths of all claims leave within a week at a reserve of 0.7bn, an "
      + "eighth at 1.0bn, where the bridge loan closes the hole on the second day, and none where the "
      + "reserve covers the loss. It stops when there is no money to pay with. The hole itself does "
      + "not grow by it, for claims and assets fall alike.",
    refutation: "withdrawals after thefts that do not depend on whether reserves cover them",
    coversWhole: false
  )

  func measure(_ run: ExperimentRun) throws(ScenarioError) -> ExperimentMeasurement {
    let world = HackWorld.world(
      loss: run.value(of: "loss_usd", else: HackWorld.loss),
      reserve: run.value(of: "reserve_usd", else: 0.7e9)
    )
    let days = HackWorld.day + 7
    let stay = try world.outcome(run, days: days, without: ["customer_run"])
    let leave = run.isControl ? stay : try world.outcome(run, days: days)
    let coins = stay.outstanding("custody exchange") - leave.outstanding("custody exchange")
    let dollars = stay.outstanding("balances exchange") - leave.outstanding("balances exchange")
    return ExperimentMeasurement(
      (coins / 60_000 + dollars / 2.5e9) / 2,
      companions: [
        .init("dollars withdrawn by the run", unit: "bn usd", dollars / 1e9),
        .init("coins withdrawn by the run", unit: "coins", coins),
        .init(
          "hole a week later",
          unit: "bn usd",
          leave.figure("hole of exchange", day: days - 1) / 1e9
        ),
        .init(
          "hole a week later without the run",
          unit: "bn usd",
          stay.figure("hole of exchange", day: days - 1) / 1e9
        ),
      ]
    )
  }
}
