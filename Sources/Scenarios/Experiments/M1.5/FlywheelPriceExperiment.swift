import Economy

/// M1.5: what the purchases of a company that issues shares add to the price of its coin.
struct FlywheelPriceExperiment: Experiment {
  let plan = ExperimentPlan(
    id: "M1.5-price",
    systems: ["M1.5"],
    title: "What the wheel adds to the price of the coin",
    question: "Does a company that issues shares to buy coins raise their price, and how far?",
    quantity: "log price after sixty days with issues less that without, same draws",
    unit: "log units",
    expected: ExperimentExpectation(
      .positive(null: 0),
      facts: ["S3.F05", "S3.F08"],
      statement: "the demand of a persistent buyer becomes part of the price structure (S3.M06)"
    ),
    mechanism: "issuance of shares at the market",
    control: .exactly(0),
    runs: 40,
    sweeps: [
      ExperimentSweep(
        .init("share_volume_usd_per_day", text: "volume of the shares, of which a tenth is issued"),
        [0.3e9, 1e9, 3e9, 10e9],
        runs: 20
      )
    ],
    inputs: TreasuryWorld.inputs + [
      "640 031 coins, shares of 3bn a day that start at twice the net assets, issues above 1.1 only",
      "a third of an order's linear impact stays and fades with a half-life of 90 days (model §3.27)",
    ],
    finding:
      "The price is higher with the wheel than without it in every run, and by little: 4 per "
      + "mille for 4.7bn in sixty days, because a purchase worked over days leaves only its "
      + "permanent part. A dollar spent lifts the value of all coins that the company holds by "
      + "five cents: the loop from purchases through the price to the premium exists, and its "
      + "gain is a twentieth of what would keep it turning by itself.",
    refutation:
      "a coin whose price reacts to announced purchases of a company by more than its market does to "
      + "any other flow of the same size",
    coversWhole: false
  )

  func measure(_ run: ExperimentRun) throws(ScenarioError) -> ExperimentMeasurement {
    let company = TreasuryWorld.company(
      shareVolume: run.value(of: "share_volume_usd_per_day", else: 3e9),
      numbers: ["premium_opening_ratio": 2]
    )
    let without: Set<String> = ["treasury_buyback", "convertible_issuance"]
    func world(issues: Bool) throws(ScenarioError) -> MeasuredWorld {
      let off = issues ? without : without.union(["atm_issuance"])
      return try MeasuredWorld(
        TreasuryWorld.bitcoin([company], without: off),
        TreasuryWorld.catalogue,
        run,
        days: FlywheelExperiment.days
      )
    }
    let on = try world(issues: !run.isControl)
    let off = try world(issues: false)
    let raised = Libm.logarithm(on.close("BTC") / off.close("BTC"))
    let paid = on.figure("company purchases")
    let coins = on.units("BTC", of: "company")
    let gain = coins * (on.close("BTC") - off.close("BTC"))
    return ExperimentMeasurement(
      raised,
      companions: [
        .init("paid for coins", unit: "usd", paid),
        .init(
          "rise of the price a billion",
          unit: "log units",
          paid > 0 ? raised / (paid / 1e9) : 0
        ),
        .init(
          "rise of the value of its coins over what it paid",
          unit: "ratio",
          paid > 0 ? gain / paid : 0
        ),
      ]
    )
  }
}
