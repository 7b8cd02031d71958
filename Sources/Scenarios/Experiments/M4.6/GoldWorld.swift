import Economy
import Quantities

/// A small world of the Treasury, the central bank and a market of gold, with or without a revaluation.
struct GoldWorld {
  /// Sentences for the plan of an experiment that uses the world.
  static let inputs = [
    "261 498 926 ounces (8 133.46 tonnes) carried at 42.2222 dollars (S4.F23, S4.F24), revalued at 2 920 "
      + "(S4.F25); the sheet has 11bn of certificates",
    "world of the opening sheet (model §3.28), the Treasury without deficit or issues, the central bank "
      + "without purchases, so that what moves is the revaluation; two weeks",
    "a market of gold of 150bn dollars a day and 1 % volatility, square-root impact, a third permanent: "
      + "assumptions, with news switched off",
  ]

  private static let catalogue = ParticipantCatalogue([GoldRevaluer.self])
  static let days = 14

  let measured: MeasuredWorld

  /// Runs two weeks.
  ///
  /// - Parameters:
  ///   - run: A control has no revaluation.
  ///   - soldOunces: Gold sold besides.
  /// - Throws: ``ScenarioError/invariant(description:)`` if the world cannot be built or must stop.
  init(_ run: ExperimentRun, soldOunces: Double = 0) throws(ScenarioError) {
    var plan = WorldPlan(start: WorldPlan.standardStart, barsPerDay: 1)
    plan.markets = [
      MarketPlan(
        "gold",
        price: 4_062.50,
        value: .news(annualVolatility: 0, common: 0),
        dailyVolume: 150e9,
        dailyVolatility: 0.01
      )
    ]
    plan.residualProvider = [ParticipantPlan.Endowment("deposits", 4_000e9, from: "HN")]
    plan.participants = [
      ParticipantPlan(
        "gold_revaluation",
        "gold",
        numbers: ["sold_ounces": soldOunces],
        words: soldOunces > 0 ? ["market": "gold"] : [:]
      )
    ]
    if run.isControl { plan.without = ["gold_revaluation", "gold_sale"] }
    measured = try MeasuredWorld(
      plan,
      GoldWorld.catalogue,
      run,
      days: GoldWorld.days,
      probes: [
        .init("TSY", "gold"), .init("TSY", "TGA"), .init("BNK", "reserves"),
        .init("HN", "deposits"),
        .init("FED", "gold certificates"),
      ]
    )
  }

  /// The ounces that left the Treasury.
  var ouncesSold: Double { measured.holdings[0][0] - (measured.holdings[0].last ?? 0) }

  /// Certificates issued, billions.
  var certificates: Double { change(4) / 1e9 }

  /// How much the reserves of banks rose, billions.
  var reserves: Double { change(2) / 1e9 }

  /// How much the deposits of the payee rose, billions.
  var deposits: Double { change(3) / 1e9 }

  /// The largest balance of the Treasury's account over its opening, billions.
  var accountPeak: Double {
    ((measured.holdings[1].max() ?? 0) - measured.holdings[1][0]) / 1e9
  }

  /// How far the price of gold moved, log units.
  var goldMove: Double {
    measured.logCloses("gold").last.map { $0 - Libm.logarithm(4_062.50) } ?? 0
  }

  private func change(_ probe: Int) -> Double {
    (measured.holdings[probe].last ?? 0) - measured.holdings[probe][0]
  }
}
