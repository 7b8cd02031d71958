/// Makers, lenders, exchanges and large holders (`model.md` §3.6, §3.10–3.13, §3.23).
extension DefaultWorld {
  private typealias Endowment = ParticipantPlan.Endowment

  static let venues: [ParticipantPlan] = makers + pools + exchanges
  static let holders: [ParticipantPlan] = whales + states + [miners]

  /// Four market makers with about 3 bn dollars of equity together (§3.6); the split is an assumption.
  private static let makers: [ParticipantPlan] = [
    maker(1, ["BTC"]), maker(2, ["BTC", "ETH"]), maker(3, ["BTC", "ETH"]),
    maker(4, ["ETH", "ALT1", "ALT2"]),
  ]

  private static func maker(_ number: Int, _ names: [String]) -> ParticipantPlan {
    let stocks = ["BTC": 3_000, "ETH": 80_000, "ALT1": 500_000, "ALT2": 60_000]
    return ParticipantPlan(
      "market_maker",
      "maker \(number)",
      words: ["markets": names.joined(separator: ", ")],
      endowments: names.map { Endowment($0, Double(stocks[$0] ?? 0), from: "MM") }
        + [Endowment("stablecoins", 0.5e9, from: "MM")]
    )
  }

  /// Three lending pools (§3.10): thresholds of the section, debts and collateral are assumptions.
  private static let pools: [ParticipantPlan] = [
    pool("BTC", debt: 8e9, threshold: 0.78, coins: 220_000, money: 2e9),
    pool("ETH", debt: 8e9, threshold: 0.83, coins: 7e6, money: 2e9),
    pool("ALT1", debt: 1e9, threshold: 0.70, coins: 22e6, money: 0.3e9),
  ]

  private static func pool(
    _ market: String,
    debt: Double,
    threshold: Double,
    coins: Double,
    money: Double
  ) -> ParticipantPlan {
    ParticipantPlan(
      "lending_pool",
      "pool \(market)",
      numbers: [
        "debt_usd": debt, "liquidation_threshold": threshold, "reserve_usd": 0.0125 * debt,
      ],
      words: ["market": market],
      endowments: [
        Endowment(market, coins, from: "RETAIL"), Endowment("stablecoins", money, from: "DEFI"),
      ]
    )
  }

  /// Three exchanges and their customers (§3.23); each holds a little more than it owes, an assumption.
  private static let exchanges: [ParticipantPlan] = ["A", "B", "C"].flatMap { letter in
    [
      ParticipantPlan(
        "exchange_operator",
        "exchange \(letter)",
        words: ["customers": "customers of \(letter)"],
        endowments: [
          Endowment("BTC", 60_500, from: "RETAIL"),
          Endowment("stablecoins", 2.5e9, from: "RETAIL"),
          Endowment("stablecoins", 0.9e9, from: "EXC"),
        ]
      ),
      ParticipantPlan(
        "exchange_customers",
        "customers of \(letter)",
        words: ["exchange": "exchange \(letter)"],
        endowments: [
          Endowment("stablecoins", 1e9, from: "RETAIL"), Endowment("BTC", 5_000, from: "RETAIL"),
        ]
      ),
    ]
  }

  /// Twenty named holders and a tail (§3.11); holdings and costs are assumptions.
  private static let whales: [ParticipantPlan] =
    (1...20).map { number in
      let costs = [500.0, 5_000, 20_000, 40_000]
      return ParticipantPlan(
        "whale",
        "whale \(number < 10 ? "0" : "")\(number)",
        numbers: ["cost_usd": costs[number % 4]],
        endowments: [Endowment("BTC", 30_000, from: "WHALE")]
      )
    } + [
      ParticipantPlan(
        "whale_tail",
        "whales, others",
        numbers: ["account_count": 20_000],
        endowments: [Endowment("BTC", 2e6, from: "WHALE")]
      )
    ]

  /// Six states (§3.12): 7 474 coins and pools of 0.925, 1.7 and 3.2 tn dollars [S:000]; the rest is an
  /// assumption.
  private static let states: [ParticipantPlan] = [
    state(1, coins: 7_474, reserves: 0), state(2, coins: 200_000, reserves: 0),
    state(3, coins: 100_000, reserves: 0), state(4, coins: 1, reserves: 0.925e12),
    state(5, coins: 1, reserves: 1.7e12), state(6, coins: 1, reserves: 3.2e12),
  ]

  private static func state(_ number: Int, coins: Double, reserves: Double) -> ParticipantPlan {
    ParticipantPlan(
      "sovereign_accumulator",
      "state \(number)",
      numbers: ["reserves_usd": reserves, "trade_units": 500],
      endowments: [Endowment("BTC", coins, from: "SOV"), Endowment("deposits", 2e9, from: "HN")]
    )
  }

  /// Miners (§3.13) with the sheet's coins; their deposits are an assumption.
  static let miners = ParticipantPlan(
    "miner",
    "miners",
    endowments: [Endowment("BTC", 50_000, from: "MINE"), Endowment("deposits", 1e9, from: "HN")]
  )
}
