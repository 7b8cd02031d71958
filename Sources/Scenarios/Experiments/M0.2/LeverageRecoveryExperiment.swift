import Economy

/// M0.2 in the world: whether open interest comes back after a cascade.
struct LeverageRecoveryExperiment: Experiment {
  private static let ratchet = ExperimentExpectation(
    .atMost(0.5),
    facts: ["S0.F87", "S0.F16"],
    statement:
      "the fall of open interest destroys capacity for good; less than half regained in half a year counts"
  )

  let plan = ExperimentPlan(
    id: "M0.2-world",
    systems: ["M0.2"],
    title: "Open interest after a cascade",
    question: "How much of the open interest that a cascade removes comes back within half a year?",
    quantity: "regained share of the open interest lost, in coins",
    unit: "fraction",
    expected: LeverageRecoveryExperiment.ratchet,
    mechanism: "new positions: cohorts open none after the start",
    control: .notAbove(0),
    readings: [
      ExperimentReading(
        id: "ratchet",
        text: "the loss is permanent (X08, S0)",
        expected: LeverageRecoveryExperiment.ratchet
      ),
      ExperimentReading(
        id: "recurrence",
        text: "the leverage cycle always starts again (X08, S1), and a reset is no loss (S3)",
        expected: ExperimentExpectation(
          .atLeast(0.5),
          facts: ["S1.F47"],
          statement: "leverage comes back; half or more regained in half a year counts"
        )
      ),
    ],
    runs: 60,
    sweeps: [
      ExperimentSweep(
        .init("opening_rate_per_day", text: "share of the missing position opened a day"),
        [0.001, 0.003, 0.01, 0.03, 0.1],
        by: .init("news_log", text: "log move by news"),
        [-0.1154, -0.25, -0.4],
        runs: 20
      )
    ],
    inputs: CoinWorld.inputs + [
      "one bar a day: 60 days of settling, news of −10.9 % on one day (S0.F27), 182 days after it",
      "opening and closing rates 0.10 and 0.05 a day (model §3.1); equity lost is not replaced by wages",
    ],
    finding:
      "In the model leverage comes back: half of what a day of −10.9 % removes within about three "
      + "weeks, two thirds of it in the end. What stays away is the equity that cohorts lost, and no "
      + "wages replace it. A permanent loss needs cohorts that open a thousandth of the missing "
      + "position a day, which is the ratchet assumed and not found. The source's fall of 28 % is one "
      + "in dollars; in coins it is −0.2 % to +10.8 % by its own prices (T02), so that there is "
      + "little to regain.",
    refutation:
      "coin open interest that stays below its level of October 2025 for years while price and volatility "
      + "are back where they were"
  )

  private static let shockDay = 60
  private static let horizon = 182

  func measure(_ run: ExperimentRun) throws(ScenarioError) -> ExperimentMeasurement {
    let first = LeverageRecoveryExperiment.shockDay
    let days = first + LeverageRecoveryExperiment.horizon
    var world = CoinWorld(barsPerDay: 1)
    if let rate = run.parameters["opening_rate_per_day"] {
      for place in world.plan.participants.indices
      where world.plan.participants[place].kind == RetailCohort.kind.id {
        world.plan.participants[place].numbers["opening_rate_per_day"] = rate
      }
    }
    world.plan.shocks = [
      WorldShock(
        .news,
        name: "crash",
        day: first,
        market: "BTC",
        size: run.value(of: "news_log", else: -0.1154)
      )
    ]
    let end = try world.outcome(
      run,
      days: days,
      without: run.isControl ? ["retail_releverage"] : []
    )
    let coins = end.days.map { $0.perpetuals.first?.openInterestCoins ?? 0 }
    let before = coins[first - 1]
    // The trough of the fortnight after the shock, in which the cascade ends.
    let trough = coins[first..<first + 14].min() ?? before
    let regained = before > trough ? (coins[days - 1] - trough) / (before - trough) : nil
    let recovered = (first..<days).first { coins[$0] <= trough }.map { place in
      (place..<days).first { coins[$0] >= trough + 0.5 * (before - trough) } ?? days
    }
    let dollars = end.days.map { $0.perpetuals.first?.openInterest ?? 0 }
    return ExperimentMeasurement(
      regained,
      companions: [
        .init("share of open interest lost, coins", unit: "fraction", 1 - trough / before),
        .init("share lost in the end, coins", unit: "fraction", 1 - coins[days - 1] / before),
        .init(
          "share lost in the end, dollars",
          unit: "fraction",
          1 - dollars[days - 1] / dollars[first - 1]
        ),
        .init(
          "days until half is regained, at most the horizon",
          unit: "days",
          Double((recovered ?? days) - first)
        ),
        .init(
          "liquidated on the day",
          unit: "bn usd",
          end.liquidated(days: first..<first + 1) / 1e9
        ),
        .init("local gain before", unit: "ratio", end.days[first - 1].perpetuals[0].localGain),
        .init("local gain at the end", unit: "ratio", end.days[days - 1].perpetuals[0].localGain),
      ]
    )
  }
}
