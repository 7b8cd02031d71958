/// M1.2: who bears a loss on Treasuries, with stablecoins holding bills and without.
struct LossSharingExperiment: Experiment {
  let plan = ExperimentPlan(
    id: "M1.2-losses",
    systems: ["M1.2"],
    title: "Loss on Treasuries that reaches holders of stablecoins",
    question:
      "Do stablecoins spread a loss on Treasuries to holders who had no part in it, and how much?",
    quantity: "share of a loss on Treasuries borne through stablecoins",
    unit: "fraction",
    expected: ExperimentExpectation(
      .positive(null: 0),
      facts: ["S1.F51", "S1.F31"],
      statement: "mutual support of coins, stocks and bonds socialises losses more widely"
    ),
    mechanism: "stablecoins as holders of bills: the same bills with the public that held them",
    control: .exactly(0),
    statistic: .exact,
    sweeps: [
      ExperimentSweep(
        .init("stablecoin_bills_usd", text: "bills behind stablecoins, USD"),
        [50e9, 200e9, 500e9, 1e12, 3e12]
      )
    ],
    inputs: [
      "bills 6.6tn and coupons 23.4tn, of which 200bn of bills with stablecoin issuers (opening balance "
        + "sheet, model §3.28: stylised, an assumption where it is not looked up)",
      "a loss takes the same share of every holder's Treasuries; issuers have no equity to bear it and "
        + "pass it to holders of coins",
    ],
    finding:
      "The direction is right, and the size is under one percent: of a loss on Treasuries 99 % stays "
      + "with those who hold them anyway. To matter, stablecoins must hold trillions. Who buys stablecoins "
      + "with savings that were bank deposits held Treasuries through the bank before.",
    refutation:
      "balance sheets of issuers with a larger share of bills, or equity that bears losses first",
    coversWhole: false
  )

  private static let treasuries = 30e12

  func measure(_ run: ExperimentRun) -> ExperimentMeasurement {
    let bills = run.isControl ? 0 : run.value(of: "stablecoin_bills_usd", else: 200e9)
    let share = bills / LossSharingExperiment.treasuries
    return ExperimentMeasurement(
      share,
      companions: [
        .init(
          "borne of a loss of 10 % on all Treasuries",
          unit: "bn usd",
          0.1 * share * LossSharingExperiment.treasuries / 1e9
        ),
        .init(
          "loss of a coin in that case",
          unit: "fraction",
          bills > 0 ? 0.1 * min(1, bills / 305e9) : 0
        ),
      ]
    )
  }
}
