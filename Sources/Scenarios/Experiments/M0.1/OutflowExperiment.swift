import Economy

/// M0.1 in the world: how much an outflow liquidates among leveraged cohorts.
struct OutflowExperiment: Experiment {
  private static let caused = ExperimentExpectation(
    .value(10, tolerance: 2),
    facts: ["S0.F07", "S0.F09", "S0.F10"],
    statement:
      "an outflow of 0.2bn liquidates 1.9bn to 2bn: the ratio is 9.5 to 10, within 8 to 12 counts"
  )

  let plan = ExperimentPlan(
    id: "M0.1-world",
    systems: ["M0.1"],
    title: "Liquidations per dollar of outflow",
    question:
      "How many dollars of positions does an outflow of 0.2bn liquidate in a day, against the same day "
      + "without it?",
    quantity: "liquidations over the outflow",
    unit: "ratio",
    expected: OutflowExperiment.caused,
    mechanism: "leverage: venues do not close positions",
    control: .exactly(0),
    readings: [
      ExperimentReading(
        id: "caused",
        text: "liquidations that the outflow causes: with it less without it, no other shock",
        expected: OutflowExperiment.caused
      ),
      ExperimentReading(
        id: "counted",
        text: "all liquidations of a day on which news takes 10.9 % as well, as the source counts",
        expected: OutflowExperiment.caused
      ),
    ],
    statistic: .mean,
    runs: 60,
    sweeps: [
      ExperimentSweep(
        .init("daily_volume_usd", text: "daily volume that carries the impact, USD"),
        [9e9, 15e9, 30e9, 90e9],
        by: .init("leverage_ratio", text: "open interest over that of the default world"),
        [1, 2],
        runs: 30
      ),
      ExperimentSweep(
        .init("news_log", text: "log move by news"),
        [-0.01, -0.02, -0.04, -0.06, -0.08, -0.1154],
        reading: "counted",
        runs: 20
      ),
    ],
    inputs: CoinWorld.inputs + [
      "outflow 0.2bn over the first 24 hours (S0.F09), when the book is whole; in the mean over runs, "
        + "for few days have any cascade",
      "counted: news of ln(1 − 0.109) in the fifth hour (S0.F27), because most of such a fall is news "
        + "(M0.1-cascade)",
    ],
    finding:
      "The outflow itself liquidates a tenth of its own size in the mean, and nothing in most runs: "
      + "the market of 90bn a day gives it two hundredths of a percent of price. A market ten times "
      + "thinner, about the prior of model §1.3 for a billion, gives five in the mean, made of many "
      + "runs with nothing and a few in which noise alone would have started the cascade; no point of "
      + "the sweep holds 8 to 12. Counted over a day of bad news the ratio is of any size, 8 after 2 "
      + "% and 60 after 10.9 %, for the numerator follows the price and the denominator does not: the "
      + "ratio says nothing of what the outflow did.",
    refutation:
      "liquidations that follow outflows of quiet days dollar for dollar, with prices that stand still "
      + "but for them",
    coversWhole: false
  )

  func measure(_ run: ExperimentRun) throws(ScenarioError) -> ExperimentMeasurement {
    var world = CoinWorld(
      dailyVolume: run.value(of: "daily_volume_usd", else: CoinWorld.dailyVolume),
      leverage: run.value(of: "leverage_ratio", else: 1)
    )
    let isCounted = run.reading == "counted"
    let news = run.value(of: "news_log", else: isCounted ? -0.1154 : 0)
    if news != 0 {
      world.plan.shocks = [
        WorldShock(.news, name: "news", day: 0, hour: 4, market: "BTC", size: news)
      ]
    }
    var hit = world
    hit.plan.shocks.append(
      WorldShock(
        .sale,
        name: "outflow",
        day: 0,
        hours: 24,
        market: "BTC",
        target: "WHALE",
        size: 0.2e9
      )
    )
    let off: Set<String> = run.isControl ? ["leverage"] : []
    let without = try world.outcome(run, days: 1, without: off)
    let with = try hit.outcome(run, days: 1, without: off)
    let caused = with.liquidated(days: 0..<1) - without.liquidated(days: 0..<1)
    let counted = with.liquidated(days: 0..<1)
    let unlevered = try hit.outcome(run, days: 1, without: ["leverage"])
    return ExperimentMeasurement(
      (isCounted ? counted : caused) / 0.2e9,
      companions: [
        .init("liquidations of the day", unit: "bn usd", counted / 1e9),
        .init("of them caused by the outflow", unit: "bn usd", caused / 1e9),
        .init(
          "share of longs",
          unit: "fraction",
          with.liquidatedLongs(days: 0..<1) / max(1, counted)
        ),
        .init(
          "log fall of the day by the outflow",
          unit: "log units",
          without.logMove(day: 0) - with.logMove(day: 0)
        ),
        .init("log move of the day", unit: "log units", with.logMove(day: 0)),
        .init("the same without leverage", unit: "log units", unlevered.logMove(day: 0)),
      ]
    )
  }
}
