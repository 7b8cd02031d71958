import Economy

/// M1.5: whether purchases end when issues are closed or the multiple falls below one.
struct FlywheelStopExperiment: Experiment {
  let plan = ExperimentPlan(
    id: "M1.5-stop",
    systems: ["M1.5"],
    title: "What stops the wheel",
    question: "Do purchases of coins end when the multiple falls below one or issues are closed?",
    quantity: "part of thirty days' purchases that the stop takes away",
    unit: "fraction",
    expected: FlywheelStopExperiment.ends,
    mechanism: "the stop: neither a closure nor a fall of the multiple",
    control: .exactly(0),
    readings: [
      ExperimentReading(
        id: "multiple",
        text:
          "the market takes the shares from twice the net assets to 0.8 of them at once: no credit below one (S1.M05)",
        expected: FlywheelStopExperiment.ends
      ),
      ExperimentReading(
        id: "closure",
        text:
          "issues are closed from outside, the multiple stays (S3.M07: the constraint is demand)",
        expected: FlywheelStopExperiment.ends
      ),
      ExperimentReading(
        id: "below_one",
        text:
          "the same fall, and a company that keeps its programme open as BitMine did after -60 % (S3.M07)",
        expected: FlywheelStopExperiment.goesOn
      ),
    ],
    runs: 40,
    sweeps: [
      ExperimentSweep(
        .init("premium_after_ratio", text: "multiple of net assets after the fall"),
        [0.6, 0.8, 1.0, 1.2, 1.4, 1.6],
        reading: "multiple",
        runs: 20
      )
    ],
    inputs: TreasuryWorld.inputs + [
      "640 031 coins without debt; shares of 3bn a day; issues above 1.1 (model §3.7)",
      "the fall of the multiple is a world that opens at the lower one, with the same draws: its thirty days "
        + "are compared with thirty days that open at twice the net assets",
    ],
    finding:
      "Both stops end the purchases, and both by the rule that the company follows: below its "
      + "threshold it issues nothing, and without issues it has no money. What keeps a company "
      + "buying below one is the will to dilute its holders, and then the fall of the multiple "
      + "takes away nothing. The texts describe two policies, not two mechanisms: both run here, "
      + "and the readings say which is which.",
    refutation: "purchases out of operating income or debt by a company whose shares are below one",
    coversWhole: false
  )

  private static let ends = ExperimentExpectation(
    .atLeast(0.95),
    facts: ["S1.F14", "S1.F18"],
    statement:
      "a multiple below one or no credit ends the wheel (S1.M05): nineteen of twenty dollars"
  )
  private static let goesOn = ExperimentExpectation(
    .negative(null: 1),
    facts: ["S3.F09", "S3.F10"],
    statement: "after a fall of 60 % the open programme still buys 429m of coins (S3.M07)"
  )

  private static let days = 30
  private static let shareVolume = 3e9

  func measure(_ run: ExperimentRun) throws(ScenarioError) -> ExperimentMeasurement {
    let going = try purchases(run, multiple: 2, isClosed: false)
    let after = run.value(of: "premium_after_ratio", else: 0.8)
    let isClosure = run.reading == "closure"
    let stopped =
      run.isControl
      ? going
      : try purchases(run, multiple: isClosure ? 2 : after, isClosed: isClosure)
    return ExperimentMeasurement(
      1 - stopped / going,
      companions: [
        .init("purchases with the stop", unit: "usd", stopped),
        .init("purchases without it", unit: "usd", going),
      ]
    )
  }

  private func purchases(
    _ run: ExperimentRun,
    multiple: Double,
    isClosed: Bool
  ) throws(ScenarioError) -> Double {
    let company = TreasuryWorld.company(
      shareVolume: Self.shareVolume,
      numbers: [
        "premium_opening_ratio": multiple,
        "issue_below_one_share": run.reading == "below_one" ? 1 : 0,
      ]
    )
    var plan = TreasuryWorld.bitcoin(
      [company],
      without: ["treasury_buyback", "convertible_issuance"]
    )
    if isClosed {
      plan.shocks = [
        WorldShock(
          .issuanceClosure,
          name: "closure",
          day: 0,
          hours: 24 * Double(Self.days),
          target: "company",
          size: 1
        )
      ]
    }
    return try MeasuredWorld(plan, TreasuryWorld.catalogue, run, days: Self.days)
      .figure("company purchases")
  }
}
