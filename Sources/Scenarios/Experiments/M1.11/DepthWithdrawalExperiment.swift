import Economy

/// M1.11: what it adds to a panic that depth withdraws, and whether the fall then has a floor.
struct DepthWithdrawalExperiment: Experiment {
  let plan = ExperimentPlan(
    id: "M1.11-depth",
    systems: ["M1.11"],
    title: "Withdrawal of depth in a panic",
    question:
      "Nobody lends and market makers withdraw: how much deeper does a panic go than in a book that stays?",
    quantity: "log fall with withdrawal less log fall in a book that stays",
    unit: "log units",
    expected: ExperimentExpectation(
      .positive(null: 0),
      facts: ["S1.F46", "S1.F53"],
      statement: "without a lender the windows close one after the other and the fall has no floor"
    ),
    mechanism: "withdrawal: depth follows neither volatility nor market makers",
    control: .exactly(0),
    runs: 40,
    sweeps: [
      ExperimentSweep(
        .init("panic_usd_per_day", text: "dollars sold a day, USD"),
        [2e9, 5e9, 10e9, 20e9],
        by: .init("daily_volume_usd", text: "daily volume that carries the impact, USD"),
        [30e9, 90e9],
        runs: 10
      )
    ],
    inputs: CoinWorld.inputs + [
      "four market makers with 3bn in all who withdraw to 5 % of their depth after a jump, a "
        + "dislocation or a loss of 5 %, "
        + "and for thirty days below 30 % of their equity (model §3.6)",
      "news of ln(1 − 0.109) (S0.F27) starts it; assumption: holders then sell 10bn a day on two days, "
        + "a ninth of the volume",
    ],
    finding:
      "Withdrawal makes the fall deeper by about a sixth, and it still ends: sales are finite, "
      + "residual buyers take them at a price, four fifths of which are left, and depth comes back "
      + "within two days. In a market a third as deep and with twice the sales half of the price is "
      + "left. For a fall without a floor the buyers' cash has to vanish with it (M1.11-floor).",
    refutation:
      "a panic after which the book stays empty for weeks although prices have fallen and somebody has "
      + "cash",
    coversWhole: false
  )

  private static let withdrawal: Set<String> = ["depth_withdrawal", "maker_withdrawal"]

  func measure(_ run: ExperimentRun) throws(ScenarioError) -> ExperimentMeasurement {
    var world = CoinWorld(
      dailyVolume: run.value(of: "daily_volume_usd", else: CoinWorld.dailyVolume)
    )
    let sale = run.value(of: "panic_usd_per_day", else: 10e9)
    world.plan.shocks = (1...2).map { day in
      WorldShock(
        .sale,
        name: "panic \(day)",
        day: day,
        hours: 24,
        market: "BTC",
        target: "RETAIL",
        size: sale
      )
    }
    world.plan.shocks.append(
      WorldShock(.news, name: "news", day: 1, market: "BTC", size: -0.1154)
    )
    world.plan.participants += (1...4).map { number in
      ParticipantPlan(
        "market_maker",
        "maker \(number)",
        numbers: ["depth_share": 0.25],
        endowments: [
          ParticipantPlan.Endowment("stablecoins", 0.375e9, from: "MM"),
          ParticipantPlan.Endowment("BTC", 4_400, from: "MM"),
        ]
      )
    }
    let stays = try world.outcome(run, days: 5, without: DepthWithdrawalExperiment.withdrawal)
    let leaves = run.isControl ? stays : try world.outcome(run, days: 5)
    let deepest = leaves.depth(days: 1..<5)
    return ExperimentMeasurement(
      deepest - stays.depth(days: 1..<5),
      companions: [
        .init("log fall with withdrawal", unit: "log units", deepest),
        .init("log fall in a book that stays", unit: "log units", stays.depth(days: 1..<5)),
        .init("price left at the lowest close", unit: "fraction", Libm.exponential(-deepest)),
        .init(
          "least depth at a day's end",
          unit: "fraction",
          leaves.days[1..<5].map { $0.markets[0].depth }.min() ?? 1
        ),
        .init("depth two days after the panic", unit: "fraction", leaves.days[4].markets[0].depth),
        .init("liquidated with withdrawal", unit: "bn usd", leaves.liquidated(days: 1..<5) / 1e9),
        .init(
          "liquidated in a book that stays",
          unit: "bn usd",
          stays.liquidated(days: 1..<5) / 1e9
        ),
      ]
    )
  }
}
