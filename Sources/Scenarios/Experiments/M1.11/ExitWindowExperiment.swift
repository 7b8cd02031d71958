import Economy
import Quantities

/// M1.11: in which order markets fall that are all used as exits.
struct ExitWindowExperiment: Experiment {
  /// From the shallowest to the deepest, which is the order that the source gives to the end of it.
  private static let markets = ["GOV", "ALT4", "ALT2", "ALT3", "ALT1", "ETH", "BTC", "SPX shares"]

  let plan = ExperimentPlan(
    id: "M1.11-exits",
    systems: ["M1.11"],
    title: "Order of falls when every market is an exit",
    question:
      "If holders in need take the same dollars out of every market, do the shallow ones fall first "
      + "and US equities last?",
    quantity: "rank correlation of falls with the order from the shallowest market to the deepest",
    unit: "Spearman's rho",
    expected: ExperimentExpectation(
      .order(ExitWindowExperiment.markets, correlationMin: 0.8),
      facts: ["S1.F45", "S1.F53"],
      statement:
        "any place with liquidity left becomes an exit; US equities are the last liquidity and fall last"
    ),
    mechanism: "the exit: nobody sells out of need",
    control: .contains(0),
    calibration:
      "the size of the exit, 1.9bn a market, was chosen after 0.3bn had not given the order",
    runs: 60,
    sweeps: [
      ExperimentSweep(
        .init("sale_usd_per_day", text: "dollars taken out of each market a day, USD"),
        [1e7, 1e8, 0.3e9, 1e9, 1.9e9],
        runs: 40
      )
    ],
    inputs: [
      "eight markets of the default world with volumes from 0.5bn to 500bn a day (DefaultWorld, "
        + "assumptions), two "
        + "market makers in the coins, news and noise as there",
      "1.9bn leave each market in the session of one day, the sum of S0.F07; that it is the same "
        + "everywhere is an assumption. What holders do not have they do not sell, which binds in the "
        + "governance token alone",
    ],
    finding:
      "Depth alone gives the order where the exit outweighs the day's news, and the size that does was "
      + "chosen with that in sight: 0.3bn a market came first and gave a rank correlation of 0.39, 1bn "
      + "gives 0.74, the 1.9bn of the reported cascade 0.88 (the sweep shows it). So the order is one of "
      + "large exits and no prediction. Below, news decides who falls "
      + "first; equities then fall least because their news is small, not because they are an exit. A "
      + "holder who chose the exit by depth would take more out of the deep markets, which works "
      + "against the order.",
    refutation:
      "an episode in which equities fall before the coins by more than their own news, with sellers of "
      + "both",
    coversWhole: false
  )

  func measure(_ run: ExperimentRun) throws(ScenarioError) -> ExperimentMeasurement {
    let sale = run.isControl ? 0 : run.value(of: "sale_usd_per_day", else: 1.9e9)
    let world = world(sale: sale)
    let end = try world.outcome(run, days: 1)
    let quiet = try self.world(sale: 0).outcome(run, days: 1)
    func effect(_ name: String) -> Double {
      quiet.logMove(name, day: 0) - end.logMove(name, day: 0)
    }
    return ExperimentMeasurement(
      positions: ExitWindowExperiment.markets.map { end.logMove($0, day: 0) },
      companions: ["GOV", "ETH", "BTC", "SPX shares"].map {
        .init("log fall by the exit, \($0)", unit: "log units", effect($0))
      }
    )
  }

  private func world(sale: Double) -> CoinWorld {
    let standard = WorldPlan.standard()
    let names = ExitWindowExperiment.markets
    var world = CoinWorld()
    world.plan.start = standard.start + 3  // a Monday
    world.plan.coins = standard.coins
    world.plan.markets = standard.markets.filter { names.contains($0.name) }
    world.plan.perpetuals = []
    world.plan.participants = standard.participants.filter {
      $0.kind == NoiseTraders.kind.id && names.contains($0.words["market"] ?? "")
    }
    world.plan.participants += ["maker 1", "maker 2"].map { maker in
      ParticipantPlan(
        "market_maker",
        maker,
        numbers: ["depth_share": 0.5],
        words: ["markets": names.filter { $0 != "SPX shares" }.joined(separator: ", ")],
        endowments: [
          ParticipantPlan.Endowment("stablecoins", 0.75e9, from: "MM"),
          ParticipantPlan.Endowment("BTC", 8_800, from: "MM"),
        ]
      )
    }
    guard sale > 0 else { return world }
    world.plan.shocks = names.map { name in
      WorldShock(
        .sale,
        name: "exit \(name)",
        day: 0,
        hour: 15,
        hours: 6,
        market: name,
        target: name == "SPX shares" ? "RLP" : "RETAIL",
        size: sale
      )
    }
    return world
  }
}
