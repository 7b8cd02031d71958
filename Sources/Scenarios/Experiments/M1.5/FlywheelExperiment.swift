import Economy

/// M1.5: coins per share of a company that issues shares above and below its net assets.
struct FlywheelExperiment: Experiment {
  let plan = ExperimentPlan(
    id: "M1.5-flywheel",
    systems: ["M1.5"],
    title: "Coins per share of a company that issues shares to buy coins",
    question:
      "Does issuing shares at a multiple above one add coins per share, and below one take some?",
    quantity: "coins per share after sixty days over those at the opening",
    unit: "ratio",
    expected: FlywheelExperiment.accretive,
    mechanism: "issuance of shares at the market",
    control: .exactly(1),
    readings: [
      ExperimentReading(
        id: "above_one",
        text: "the shares start at twice the net assets, and the company issues above 1.1 (S1.M04)",
        expected: FlywheelExperiment.accretive
      ),
      ExperimentReading(
        id: "below_one",
        text:
          "the shares start at 0.7 of the net assets, and the company issues all the same (S3.M07, X17)",
        expected: FlywheelExperiment.dilutive
      ),
    ],
    runs: 40,
    sweeps: [
      ExperimentSweep(
        .init(
          "premium_opening_ratio",
          text: "multiple at the opening; the rest of it stays at one"
        ),
        [0.6, 0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 2.0],
        reading: "below_one",
        runs: 20
      ),
      ExperimentSweep(
        .init("premium_opening_ratio", text: "multiple at the opening, issues above 1.1 only"),
        [1.0, 1.25, 1.5, 2.0, 3.0],
        reading: "above_one",
        runs: 20
      ),
    ],
    inputs: TreasuryWorld.inputs + [
      "640 031 coins without debt; shares of 3bn a day, of which it may issue a tenth (model §3.7; the volume is an assumption)",
      "no buy-backs and no convertibles, so that shares change by issues alone",
    ],
    finding:
      "The sign is arithmetic, f m against f, and the world keeps it through impact, drag and "
      + "drift: from twice the net assets coins per share rise by 2 to 3 % in sixty days, from "
      + "0.7 of them they fall by 3 to 4 % in a company that issues all the same. The wheel slows "
      + "by itself: the premium reverts and every issue lowers it, so that it ends near one. What "
      + "adds coins per share above one takes them from the holders below one; a company that "
      + "issues there, as S3.M07 praises, buys coins at its holders' cost.",
    refutation:
      "a company whose coins per share fell over a year of issues at a multiple above one, or rose below",
    coversWhole: false
  )

  private static let accretive = ExperimentExpectation(
    .positive(null: 1),
    facts: ["S1.F52", "S1.F17"],
    statement:
      "share price above net assets buys more coins, and more coins are more collateral (S1.M04)"
  )
  private static let dilutive = ExperimentExpectation(
    .negative(null: 1),
    facts: ["S1.F14", "S3.F12"],
    statement:
      "below one the wheel does not turn for holders: the position of the buyers of such an issue is dilution (S3.M07)"
  )

  static let days = 60

  func measure(_ run: ExperimentRun) throws(ScenarioError) -> ExperimentMeasurement {
    let isBelow = run.reading == "below_one"
    let company = TreasuryWorld.company(
      shareVolume: 3e9,
      numbers: [
        "premium_opening_ratio": run.value(of: "premium_opening_ratio", else: isBelow ? 0.7 : 2),
        "issue_below_one_share": isBelow ? 1 : 0,
      ]
    )
    var off: Set<String> = ["treasury_buyback", "convertible_issuance"]
    if run.isControl { off.insert("atm_issuance") }
    let world = try MeasuredWorld(
      TreasuryWorld.bitcoin([company], without: off),
      TreasuryWorld.catalogue,
      run,
      days: Self.days
    )
    let coins = world.units("BTC", of: "company") / 640_031
    let shares = world.outstanding("company shares") / 1e8
    return ExperimentMeasurement(
      coins / shares,
      companions: [
        .init("coins over those at the opening", unit: "ratio", coins),
        .init("multiple of net assets at the end", unit: "ratio", world.figure("company mNAV net")),
        .init("paid for coins", unit: "usd", world.figure("company purchases")),
      ]
    )
  }
}
