import Economy

/// M1.5: what bonds add to the wheel, and what they leave behind.
struct FlywheelCreditExperiment: Experiment {
  let plan = ExperimentPlan(
    id: "M1.5-credit",
    systems: ["M1.5"],
    title: "Bonds in the wheel of a company",
    question: "Do bonds that buy coins add coins per share beyond what issues of shares add?",
    quantity: "coins per share with bonds over those without, same draws",
    unit: "ratio",
    expected: ExperimentExpectation(
      .positive(null: 1),
      facts: ["S1.F52", "S1.F17", "S1.F18"],
      statement:
        "bonds against the coins buy more coins, which only one company can do: the others issue shares (S1.M04, S1.C09)"
    ),
    mechanism: "issuance of convertible bonds",
    control: .exactly(1),
    runs: 30,
    sweeps: [
      ExperimentSweep(
        .init("premium_volatility_per_day", text: "shocks of the multiple"),
        [0.02, 0.03, 0.04, 0.06],
        by: .init("premium_reversion_per_day", text: "pull of the multiple to its rest"),
        [0, 0.02, 0.05],
        runs: 8
      )
    ],
    inputs: TreasuryWorld.inputs + [
      "640 031 coins without debt; shares of 3bn a day that start at twice the net assets; issues above 1.1",
      "at month end, while the enterprise multiple exceeds 1.2 and the lattice of S40 finds a conversion price a quarter above the "
        + "shares at which a bond without coupon is worth its face, bonds of 2 % of the value of the shares (assumptions)",
    ],
    finding:
      "Where bonds are sold they add 2 to 4 % of coins per share within sixty days, against a "
      + "debt of as much of the coins. In the model's calm they mostly are not sold: the premium "
      + "has reverted before the month ends, and shares that move by 2 % a day of themselves are "
      + "not volatile enough for those who finance volatility. It is reproduced where the premium "
      + "stays and shares are more volatile (3 % a day and more beyond the "
      + "coin's): credit keeps the wheel turning for a company that keeps its premium, and does "
      + "not make the premium.",
    refutation:
      "a company whose coins per share, conversion counted, did not rise with its convertible bonds",
    coversWhole: false
  )

  func measure(_ run: ExperimentRun) throws(ScenarioError) -> ExperimentMeasurement {
    let company = TreasuryWorld.company(
      shareVolume: 3e9,
      numbers: [
        "premium_opening_ratio": 2,
        "premium_volatility_per_day": run.value(of: "premium_volatility_per_day", else: 0.02),
        "premium_reversion_per_day": run.value(of: "premium_reversion_per_day", else: 0.05),
        "share_volatility_per_day": 0.05,
      ]
    )
    func world(lends: Bool) throws(ScenarioError) -> MeasuredWorld {
      var off: Set<String> = ["treasury_buyback"]
      if !lends { off.insert("convertible_issuance") }
      return try MeasuredWorld(
        TreasuryWorld.bitcoin([company], without: off),
        TreasuryWorld.catalogue,
        run,
        days: FlywheelExperiment.days
      )
    }
    let with = try world(lends: !run.isControl)
    let without = try world(lends: false)
    func coinsPerShare(_ world: MeasuredWorld) -> Double {
      world.units("BTC", of: "company") / world.outstanding("company shares")
    }
    let value = with.units("BTC", of: "company") * with.close("BTC")
    return ExperimentMeasurement(
      coinsPerShare(with) / coinsPerShare(without),
      companions: [
        .init("bonds", unit: "usd", with.outstanding("company convertibles")),
        .init(
          "bonds over coins",
          unit: "fraction",
          with.outstanding("company convertibles") / value
        ),
      ]
    )
  }
}
