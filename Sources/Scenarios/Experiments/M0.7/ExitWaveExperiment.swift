import Economy

/// M0.7: whether belief in a new regime makes early holders leave together.
struct ExitWaveExperiment: Experiment {
  let plan = ExperimentPlan(
    id: "M0.7-wave",
    systems: ["M0.7"],
    title: "Exits when the coin moves with shares",
    question:
      "Do more old coins leave when bitcoin's value moves with that of shares than when it does not?",
    quantity: "coins sold with common news over coins sold without",
    unit: "ratio",
    expected: ExperimentExpectation(
      .positive(null: 1),
      facts: ["S0.F36", "S0.F40", "S0.F90"],
      statement:
        "holders leave because they recognise that price depends on macro: old-coin spending rises "
        + "with macro beta"
    ),
    mechanism: "belief: the correlation with shares does not enter the hazard",
    control: .exactly(1),
    runs: 30,
    sweeps: [
      ExperimentSweep(
        .init("common_share", text: "share of the news of both markets that is common"),
        [0.3, 0.5, 0.7, 0.9],
        by: .init("belief_weight", text: "b_w"),
        [0.5, 1.5, 3],
        runs: 10
      )
    ],
    inputs: [
      "hazard 0.0002 a day, belief weight 1.5, belief 1/(1 + exp(−10(ρ − 0.5))) with the correlation of 60 "
        + "business days, known after ten (model §3.11)",
      "assumption: 20 000 holders of 1m coins in all; gains do not enter the hazard, so that only "
        + "belief can make a difference",
      "news of 28 % and 15 % a year, of which 80 % are common or nothing; one bar a day, 180 days, no "
        + "noise",
    ],
    finding:
      "The rule makes a wave of exits out of a rise in correlation, for the belief is in the hazard: "
      + "this shows "
      + "the size that the weights imply and not that holders think so. A fall of 78 % changes nothing "
      + "for a holder whose coins cost ten dollars: "
      + "in the rule gains count up to a factor of 148. Sixty-day correlations with shares have not "
      + "been above 0.68 (model §9), so that the belief of the data is a middling one.",
    refutation:
      "old coins that move as often in years of low correlation with shares as in years of high "
      + "correlation",
    coversWhole: false
  )

  private static let days = 180

  func measure(_ run: ExperimentRun) throws(ScenarioError) -> ExperimentMeasurement {
    let weight = run.isControl ? 0 : run.value(of: "belief_weight", else: 1.5)
    let share = run.value(of: "common_share", else: 0.8)
    let apart = try world(common: 0, weight: weight).outcome(run, days: ExitWaveExperiment.days)
    let together = try world(common: share, weight: weight)
      .outcome(run, days: ExitWaveExperiment.days)
    let few = ExitWaveExperiment.coins - apart.units("BTC", of: "early holders")
    let many = ExitWaveExperiment.coins - together.units("BTC", of: "early holders")
    // A holder whose coins cost less than ten dollars, without any belief.
    let hazard = 0.000_2 * Libm.exponential(1)
    return ExperimentMeasurement(
      few > 0 ? many / few : nil,
      companions: [
        .init("coins sold without common news", unit: "coins", few),
        .init("coins sold with common news", unit: "coins", many),
        .init(
          "chance that a holder since 2011 had stayed 14 years",
          unit: "fraction",
          Libm.exponential(-14 * 365.25 * hazard)
        ),
      ]
    )
  }

  private static let coins = 1e6

  private func world(common: Double, weight: Double) -> CoinWorld {
    var world = CoinWorld(barsPerDay: 1)
    world.plan.perpetuals = []
    let shares = WorldPlan.standard().markets.filter { $0.name == "SPX shares" }
    world.plan.markets += shares
    for place in world.plan.markets.indices {
      guard case .news(let volatility, _) = world.plan.markets[place].value else { continue }
      world.plan.markets[place].value = .news(annualVolatility: volatility, common: common)
    }
    world.plan.participants = [
      ParticipantPlan(
        "whale_tail",
        "early holders",
        numbers: ["account_count": 20_000, "gain_weight": 0, "belief_weight": weight],
        endowments: [ParticipantPlan.Endowment("BTC", ExitWaveExperiment.coins, from: "WHALE")]
      )
    ]
    return world
  }
}
