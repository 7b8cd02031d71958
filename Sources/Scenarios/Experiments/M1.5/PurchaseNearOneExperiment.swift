import Economy

/// M1.5: a week of the largest company whose mNAV is near one.
struct PurchaseNearOneExperiment: Experiment {
  let plan = ExperimentPlan(
    id: "M1.5-purchase",
    systems: ["M1.5"],
    title: "10 624 coins in a week near mNAV one",
    question:
      "Does the largest company buy while its mNAV is near one and its issue open, as it did?",
    quantity: "paid for coins in the week",
    unit: "usd",
    expected: PurchaseNearOneExperiment.buys,
    mechanism: "issuance of shares at the market",
    control: .exactly(0),
    readings: [
      ExperimentReading(
        id: "basic",
        text:
          "mNAV is market value over coins, so that debt lifts the enterprise multiple above one",
        expected: PurchaseNearOneExperiment.buys
      ),
      ExperimentReading(
        id: "net",
        text: "mNAV is market value over net assets: one is one in every definition",
        expected: PurchaseNearOneExperiment.buys
      ),
    ],
    runs: 40,
    sweeps: [
      ExperimentSweep(
        .init("issue_threshold_ratio", text: "enterprise multiple above which it issues"),
        [0.7, 0.9, 1.0, 1.05, 1.1, 1.2],
        by: .init("share_volume_usd_per_day", text: "volume of its shares"),
        [2e9, 3.5e9, 5e9],
        reading: "net",
        runs: 10
      ),
      ExperimentSweep(
        .init("issue_threshold_ratio", text: "enterprise multiple above which it issues"),
        [0.7, 0.9, 1.0, 1.05, 1.1, 1.2],
        by: .init("share_volume_usd_per_day", text: "volume of its shares"),
        [2e9, 3.5e9, 5e9],
        reading: "basic",
        runs: 10
      ),
    ],
    inputs: [
      "640 031 coins at 90 644, 8.24bn of convertibles that fall due after two years (model §3.7, S3.F05, S3.F06)",
      "shares of 3.5bn a day, of which it issues at most a tenth, above an enterprise multiple of 1.1, all of "
        + "it at 1.6 (model §3.7; the volume is an assumption)",
      "the week of five sessions from 2025-12-01, news of bitcoin and shocks of the premium as in model §3.7",
    ],
    finding:
      "Which mNAV the text means decides the claim. Near one in the basic definition, debt "
      + "lifts the enterprise multiple to 1.14, above the threshold of model §3.7, and the "
      + "company buys, though for about an eighth of the 963m. Near one in net assets it buys "
      + "nothing: the purchase needs a threshold of 0.9 or less, that is, a company that issues "
      + "below net assets, and the whole 963m one near 0.7; or other money, such as preferred "
      + "shares, which the model issues at the opening only.",
    refutation: "the filing of the week: which securities raised the 963m, and at what multiple",
    coversWhole: false
  )

  private static let buys = ExperimentExpectation(
    .positive(null: 0),
    facts: ["S3.F05", "S3.F06", "S3.F08"],
    statement:
      "near one it bought 10 624 BTC for 963m and did not sell (S3.C05); T08 asks that it buys while issuance is open"
  )

  private static let coins = 640_031.0
  private static let debt = 8.24e9

  func measure(_ run: ExperimentRun) throws(ScenarioError) -> ExperimentMeasurement {
    let value = Self.coins * TreasuryWorld.purchasePrice
    let company = TreasuryWorld.company(
      coins: Self.coins,
      shareVolume: run.value(of: "share_volume_usd_per_day", else: 3.5e9),
      numbers: [
        "debt_usd": Self.debt,
        // Market value over coins is one where the multiple of net assets is coins over net assets.
        "premium_opening_ratio": run.reading == "basic" ? value / (value - Self.debt) : 1,
        "issue_threshold_ratio": run.value(of: "issue_threshold_ratio", else: 1.1),
      ]
    )
    let off: Set<String> = run.isControl ? ["atm_issuance"] : []
    let world = try MeasuredWorld(
      TreasuryWorld.bitcoin([company], without: off.union(["convertible_issuance"])),
      TreasuryWorld.catalogue,
      run,
      days: 7
    )
    let paid = world.figure("company purchases")
    let bought = world.units("BTC", of: "company") - Self.coins
    return ExperimentMeasurement(
      paid,
      companions: [
        .init("coins bought", unit: "BTC", bought),
        .init("paid over the 963m", unit: "ratio", paid / 963e6),
        .init(
          "enterprise multiple at the end",
          unit: "ratio",
          world.figure("company mNAV enterprise")
        ),
      ]
    )
  }
}
