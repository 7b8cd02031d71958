/// Treasury companies, par claims and their holders (`model.md` §3.7–3.9).
extension DefaultWorld {
  private typealias Endowment = ParticipantPlan.Endowment

  static let treasuries: [ParticipantPlan] = companies + dollars

  /// Eight companies (§3.7): 640 031 coins and 8.24 bn dollars of debt [L:18], 12 bn dollars of ether and
  /// 1 bn of cash [S:003]; everything else is an assumption.
  private static let companies: [ParticipantPlan] = [
    company(
      "BTC large",
      "BTC",
      640_031,
      cash: 1.4e9,
      [
        "debt_usd": 8.24e9, "debt_due_days": 1_000, "preferred_usd": 6e9,
        "shares_opening_count": 3e8, "share_volume_usd_per_day": 4e9,
      ]
    ),
    company("BTC mid 1", "BTC", 50_000, cash: 0.2e9, ["debt_usd": 2e9]),
    company("BTC mid 2", "BTC", 30_000, cash: 0.2e9, ["debt_usd": 0.6e9]),
    company(
      "ETH large",
      "ETH",
      4.28e6,
      cash: 1e9,
      ["share_volume_usd_per_day": 2e9, "issue_below_one_share": 0.2]
    ),
    company("ETH mid", "ETH", 0.8e6, cash: 0.1e9),
    company("ALT1 a", "ALT1", 7e6, cash: 0.1e9),
    company("ALT1 b", "ALT1", 3e6, cash: 0.05e9, ["loan_usd": 0.1e9]),
    company("ALT2", "ALT2", 0.5e6, cash: 0.03e9, ["loan_usd": 0.1e9]),
  ]

  private static func company(
    _ name: String,
    _ coin: String,
    _ coins: Double,
    cash: Double,
    _ numbers: [String: Double] = [:]
  ) -> ParticipantPlan {
    ParticipantPlan(
      "treasury_company",
      "company \(name)",
      numbers: numbers,
      words: ["coin": coin],
      endowments: [Endowment(coin, coins, from: "DAT"), Endowment("deposits", cash, from: "HN")]
    )
  }

  /// The synthetic dollar (about 10 bn dollars, within §3.8's range), the sheet's stablecoins, their
  /// holders and arbitrageurs; sizes are assumptions.
  ///
  /// Holders of stablecoins go home at a day's fall of bitcoin as far as it exceeds 5 %, where positions of
  /// twentyfold leverage are closed: an assumption, like the one for one with which they do.
  private static let dollars: [ParticipantPlan] = [
    ParticipantPlan(
      "synthetic_dollar_issuer",
      "synthetic issuer",
      words: ["token": "GOV"],
      endowments: [
        Endowment("BTC", 20_000, from: "SYN"), Endowment("ETH", 1.1e6, from: "SYN"),
        Endowment("stablecoins", 5e9, from: "SYN"), Endowment("GOV", 150e6, from: "SYN"),
      ]
    ),
    ParticipantPlan(
      "stablecoin_holder",
      "synthetic holder",
      words: ["claim": "synthetic dollars", "asset": "stablecoins"],
      endowments: [Endowment("synthetic dollars", 3e9, from: "RETAIL")]
    ),
    ParticipantPlan(
      "peg_arbitrageur",
      "peg arbitrageur synthetic",
      endowments: [Endowment("stablecoins", 0.5e9, from: "MM")]
    ),
    ParticipantPlan("stablecoin_issuer", "stablecoin issuer"),
    ParticipantPlan(
      "stablecoin_holder",
      "stablecoin holder",
      numbers: ["coin_fall_intensity_per_day": 1, "coin_fall_start": 0.05],
      endowments: [
        Endowment("stablecoins", 60e9, from: "RETAIL"), Endowment("deposits", 5e9, from: "HN"),
      ]
    ),
    ParticipantPlan(
      "peg_arbitrageur",
      "peg arbitrageur stablecoins",
      words: ["claim": "stablecoins", "money": "deposits"],
      endowments: [Endowment("deposits", 1e9, from: "HN")]
    ),
  ]
}
