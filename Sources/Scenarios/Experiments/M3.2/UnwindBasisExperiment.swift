/// M3.2: how far the basis falls when longs of the stated size leave.
struct UnwindBasisExperiment: Experiment {
  let plan = ExperimentPlan(
    id: "M3.2-basis",
    systems: ["M3.2"],
    title: "Fall of the basis when longs leave",
    question: "Does a departure of 4.2bn of longs bring the basis from 6.63 % to 4.46 %?",
    quantity: "mean basis of the last thirty days less the basis at the beginning",
    unit: "fraction a year",
    expected: UnwindBasisExperiment.stated,
    mechanism: "the flow in futures: longs keep theirs, and carry funds have nothing to react to",
    control: .within(0, bound: 1e-12, reason: "the last places of a mean"),
    readings: [
      ExperimentReading(
        id: "unwinding",
        text: "carry funds follow their rule",
        expected: UnwindBasisExperiment.stated
      ),
      ExperimentReading(
        id: "still",
        text: "carry funds keep their position",
        expected: UnwindBasisExperiment.stated
      ),
    ],
    runs: 16,
    sweeps: [
      ExperimentSweep(
        .init("departure_usd", text: "what the longs sell, US dollars"),
        [4.2e9, 8e9, 16e9, 24e9, 26e9, 28e9],
        runs: 16
      ),
      ExperimentSweep(
        .init("departure_usd", text: "what the longs sell, US dollars"),
        [4.2e9, 8e9, 16e9, 24e9],
        by: .init("half_life_days", text: "half-life of an imbalance of demand, days"),
        [60],
        runs: 6
      ),
      ExperimentSweep(
        .init("departure_usd", text: "what the longs sell, US dollars"),
        [4.2e9, 8e9, 14e9, 16e9, 17e9],
        reading: "still",
        runs: 16
      ),
    ],
    inputs: UnwindWorld.inputs + [
      "the control was changed after the first run; the one here switches the flow in futures and the carry "
        + "funds off"
    ],
    finding:
      "A departure of the stated size moves the basis by a few tenths of a point: carry funds that unwind "
      + "buy futures and hold it up. For a fall to 4.46 % several times as much demand has to leave, or "
      + "the premium has to fall for another reason, and then the funds close more than they are said to "
      + "have.",
    refutation: "a depth of the futures' basis several times smaller than one point for 1.8bn",
    coversWhole: false
  )

  private static let stated = ExperimentExpectation(
    .value(-0.0217, tolerance: 0.002_2),
    facts: ["S3.F24", "S3.F35"],
    statement:
      "the thirty-day basis fell from 6.63 % to 4.46 %; a tenth of the fall either way counts"
  )

  func measure(_ run: ExperimentRun) throws(ScenarioError) -> ExperimentMeasurement {
    var world = UnwindWorld(
      departure: run.value(of: "departure_usd", else: UnwindWorld.departure),
      halfLife: run.value(of: "half_life_days", else: 10)
    )
    if run.isControl { world = world.without(["futures_demand"]) }
    if run.isControl || run.reading == "still" {
      world = world.without(UnwindWorld.unwindMechanisms)
    }
    let path = try world.run(run)
    return ExperimentMeasurement(
      path.lastBasis - UnwindWorld.openingBasis,
      companions: [
        .init("share of days below 5 %", unit: "fraction", path.shareBelow),
        .init("outflow at the opening price", unit: "usd", path.dollars(path.outflow)),
      ]
    )
  }
}
