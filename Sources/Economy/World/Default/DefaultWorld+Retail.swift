extension DefaultWorld {
  /// Six cohorts (`model.md` §3.1): leverage 3, 8 and 20, in bitcoin and in other coins.
  ///
  /// Open interest at the start is that of §3.28 for bitcoin and ether; its split by leverage, the
  /// collateral and the coins beside it are assumptions.
  static let retail: [ParticipantPlan] = [
    cohort("BTC low", "BTC", leverage: 3, notional: 10e9, money: 14e9, coins: 94_000),
    cohort("BTC mid", "BTC", leverage: 8, notional: 13e9, money: 7e9, coins: 47_000),
    cohort("BTC high", "BTC", leverage: 20, notional: 7e9, money: 1.5e9, coins: 12_000),
    cohort("alt low", "ETH", leverage: 3, notional: 10e9, money: 14e9, coins: 2.1e6),
    cohort("alt mid", "ALT1", leverage: 8, notional: 4e9, money: 2e9, coins: 15e6),
    cohort("alt high", "ALT2", leverage: 20, notional: 1e9, money: 0.25e9, coins: 0.25e6),
  ]

  /// Savings for every cohort; thirty million dollars a day are an assumption.
  static let savers = ParticipantPlan("retail_savers", "retail savers")

  private static func cohort(
    _ name: String,
    _ market: String,
    leverage: Double,
    notional: Double,
    money: Double,
    coins: Double
  ) -> ParticipantPlan {
    ParticipantPlan(
      "retail_cohort",
      "retail \(name)",
      numbers: ["base_leverage": leverage, "opening_notional_usd": notional],
      words: ["market": market, "tiers": market],
      endowments: [
        ParticipantPlan.Endowment("stablecoins", money, from: "RETAIL"),
        ParticipantPlan.Endowment(market, coins, from: "RETAIL"),
      ]
    )
  }
}
