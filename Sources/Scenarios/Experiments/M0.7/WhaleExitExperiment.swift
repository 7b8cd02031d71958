import Economy

/// M0.7: what the exit of one early holder takes from the price.
struct WhaleExitExperiment: Experiment {
  private static let part = ExperimentExpectation(
    .atLeast(0.1),
    facts: ["S0.F32", "S0.F35", "S0.F36", "S0.F40"],
    statement:
      "a holder since 2011 sells 11 000 coins up to the low, one of the causes of the fall, without a "
      + "share: a tenth of the month's fall or more counts"
  )

  let plan = ExperimentPlan(
    id: "M0.7-exit",
    systems: ["M0.7"],
    title: "Exit of an early holder",
    question:
      "How much of the month's fall of 10 % does a sale of 11 000 coins explain, the last 0.23bn of it "
      + "in a day?",
    quantity: "fall at the end of the window by the exit over the fall of the month",
    unit: "fraction",
    expected: WhaleExitExperiment.part,
    mechanism: "the exit: the holder sleeps on",
    control: .exactly(0),
    readings: [
      ExperimentReading(
        id: "part",
        text: "the exit is a part of the fall worth listing: a tenth or more, as in M0.7-impact",
        expected: WhaleExitExperiment.part
      ),
      ExperimentReading(
        id: "sign",
        text: "the exit lowers the price, by whatever",
        expected: ExperimentExpectation(
          .positive(null: 0),
          facts: ["S0.F32", "S0.F36"],
          statement: "11 000 coins reach the market, so that the price is lower"
        )
      ),
    ],
    runs: 40,
    sweeps: [
      ExperimentSweep(
        .init("exit_coins", text: "coins that leave"),
        [11_000, 50_000, 200_000, 800_000],
        by: .init("daily_volume_usd", text: "daily volume that carries the impact, USD"),
        [30e9, 90e9],
        runs: 10
      )
    ],
    inputs: CoinWorld.inputs + [
      "11 000 coins (S0.F32), of which 0.23bn in one day (S0.F35) and the rest evenly over the 30 days "
        + "before, an assumption",
      "1.3bn (S0.F36) would be 118 000 a coin: in the window's prices the coins are worth 0.94bn",
      "the fall of the month is 10 % (S0.F40); eight bars a day",
    ],
    finding:
      "The exit presses on the price and explains a hundredth of the month: it is 0.02bn a day of "
      + "90bn. The last tranche explains a quarter of a percent of its day. An exit that explains "
      + "half of the month has seventy times as many coins. Why the holder left is in no price: one "
      + "exit has no counterfactual, and the same sale for any other motive gives the same numbers.",
    refutation:
      "impact of old coins far beyond that of the same quantity of other coins, which would be "
      + "information and not flow",
    coversWhole: false
  )

  private static let lastDay = 31
  private static let lastTranche = 0.23e9
  private static let november = 0.105_361  // −ln 0.9

  func measure(_ run: ExperimentRun) throws(ScenarioError) -> ExperimentMeasurement {
    let coins = run.value(of: "exit_coins", else: 11_000)
    let lastCoins = coins * WhaleExitExperiment.lastTranche / CoinWorld.price / 11_000
    let last = WhaleExitExperiment.lastDay
    var world = CoinWorld(
      barsPerDay: 8,
      dailyVolume: run.value(of: "daily_volume_usd", else: CoinWorld.dailyVolume)
    )
    world.plan.participants += [
      holder("early holder", coins: coins - lastCoins, day: 1, over: Double(last - 1)),
      holder("early holder, last tranche", coins: lastCoins, day: last, over: 1),
    ]
    let asleep = try world.outcome(run, days: last + 1, without: ["whale_exit"])
    let left = run.isControl ? asleep : try world.outcome(run, days: last + 1)
    func effect(_ day: Int) -> Double { asleep.logMove(day: day) - left.logMove(day: day) }
    let sold = (0...last).map {
      left.flow(of: "early holder", days: $0..<$0 + 1)
        + left.flow(of: "early holder, last tranche", days: $0..<$0 + 1)
    }
    let caused = left.liquidated(days: 0..<last + 1) - asleep.liquidated(days: 0..<last + 1)
    return ExperimentMeasurement(
      effect(last) / WhaleExitExperiment.november,
      companions: [
        .init("log fall by the exit at the end", unit: "log units", effect(last)),
        .init(
          "log fall of the last day by the last tranche",
          unit: "log units",
          effect(last) - effect(last - 1)
        ),
        .init(
          "the same over a day's fall of 10.9 %",
          unit: "fraction",
          (effect(last) - effect(last - 1)) / 0.115_411
        ),
        .init("sold in all", unit: "bn usd", -sold.reduce(0, +) / 1e9),
        .init("sold on the last day", unit: "bn usd", -sold[last] / 1e9),
        .init("liquidations caused", unit: "bn usd", caused / 1e9),
        .init("log move of the window with the exit", unit: "log units", left.logMove(day: last)),
      ]
    )
  }

  private func holder(
    _ name: String,
    coins: Double,
    day: Int,
    over days: Double
  ) -> ParticipantPlan {
    ParticipantPlan(
      "whale",
      name,
      numbers: [
        "exit_hazard_per_day": 0, "scripted_exit_day": Double(day), "scripted_sale_days": days,
        "participation_max": 1,
      ],
      words: ["risk_market": "none"],
      endowments: [ParticipantPlan.Endowment("BTC", coins, from: "WHALE")]
    )
  }
}
