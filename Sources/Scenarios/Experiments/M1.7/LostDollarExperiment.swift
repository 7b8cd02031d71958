import Economy
import Statistics

/// M1.7: how much of a synthetic dollar of a billion can be lost when the venue of its hedge fails.
struct LostDollarExperiment: Experiment {
  let plan = ExperimentPlan(
    id: "M1.7-lost",
    systems: ["M1.7"],
    title: "A stablecoin of a billion that vanishes",
    question:
      "Can a hedged synthetic dollar of a billion vanish when the venue of its hedge fails?",
    quantity: "what holders lose of their dollars in five days",
    unit: "fraction",
    expected: LostDollarExperiment.vanished,
    mechanism: "the failure of the venue",
    control: .exactly(0),
    readings: [
      ExperimentReading(
        id: "margin_at_venue",
        text: "the venue keeps the margin of the hedge, and it is gone",
        expected: LostDollarExperiment.vanished
      ),
      ExperimentReading(
        id: "off_exchange",
        text: "custody is elsewhere: only gains not yet settled are gone (model §3.8)",
        expected: LostDollarExperiment.vanished
      ),
    ],
    runs: 12,
    sweeps: [
      ExperimentSweep(
        .init("hedge_leverage", text: "leverage of the shorts: one over the margin that is lost"),
        [1, 1.5, 2, 3, 5],
        runs: 4
      ),
      ExperimentSweep(
        .init("fall_log", text: "fall of the coins before the venue fails"),
        [0.05, 0.1, 0.2, 0.4],
        reading: "off_exchange",
        runs: 4
      ),
    ],
    inputs: [
      "the issuer of M1.7-order at the scale of a billion (S0.F78): a third of the backing hedged, the rest stablecoins of another issuer",
      "coins fall by a drawn 2 to 15 log percent two hours before the venue fails; holders run from the hole (model §3.8)",
    ],
    finding:
      "No. A hedged dollar loses what its venue holds: at a leverage of three 8 % of it, with "
      + "shorts margined in full 30 %, and with custody elsewhere the gains of a day, which its "
      + "fund mostly bears. No leverage and no fall of the sweeps comes near nine tenths. A "
      + "billion that vanished was not of this kind: its backing was itself somebody's promise, "
      + "or stood at one place.",
    refutation:
      "the accounts of the stablecoin that vanished: where its backing was, and what part of it was coins and what part claims",
    coversWhole: false
  )

  private static let vanished = ExperimentExpectation(
    .atLeast(0.9),
    facts: ["S0.F78"],
    statement: "a stablecoin of a billion vanished (footer): nine tenths or more"
  )

  func measure(_ run: ExperimentRun) throws(ScenarioError) -> ExperimentMeasurement {
    var stream = run.stream("fall")
    let drawn = 0.02 + 0.13 * stream.nextUniform()
    var setting = SyntheticDollarWorld.Setting(fall: run.value(of: "fall_log", else: drawn))
    setting.scale = 1 / 14.5
    setting.hedgeLeverage = run.value(of: "hedge_leverage", else: 3)
    setting.settlesOffExchange = run.reading == "off_exchange"
    setting.venueFails = !run.isControl
    let world = try MeasuredWorld(
      SyntheticDollarWorld.plan(setting),
      SyntheticDollarWorld.catalogue,
      run,
      days: 5
    )
    let wealth = world.netWorths(SyntheticDollarWorld.holders)
    let deviation = world.figures("\(SyntheticDollarWorld.claim) peg deviation").min() ?? 0
    return ExperimentMeasurement(
      1 - wealth[wealth.count - 1] / wealth[0],
      companions: [
        .init("dollars left", unit: "usd", world.outstanding(SyntheticDollarWorld.claim)),
        .init("worst deviation of the peg", unit: "fraction", deviation),
      ]
    )
  }
}
