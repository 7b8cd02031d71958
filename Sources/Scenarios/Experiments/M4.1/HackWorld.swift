import Economy

/// The world of the experiments of M4.1: bitcoin, an exchange with customers, a fund with its dealer, and a
/// holder of its shares who reads of thefts.
enum HackWorld {
  /// The day of the theft, a Wednesday, so that estimates of volatility and income have settled.
  static let day = 5
  /// Who holds shares of the fund and reads of thefts.
  static let holders = ["holder 1", "holder 2", "holder 3", "holder 4"]
  /// S4.F01.
  static let loss = 1.5e9
  /// Sentences for the plans of the experiments.
  static let inputs =
    CoinWorld.inputs + [
      "a theft of 1.5bn (S4.F01) of 60 000 coins in custody; balances 2.5bn; no cash beyond the "
        + "reserve but the profits of five days; "
        + "a bridge loan of up to 0.5bn after a day, new shares of up to 1bn after two weeks; fees "
        + "that make 0.18bn a month at the reference "
        + "volatility against costs of 0.055bn (model §3.23, S45; assumptions where it says nothing)",
      "a fund with 780 000 coins and four holders of its shares who together sell 0.3bn per billion "
        + "stolen over five sessions "
        + "(β_h, model §3.3, an assumption), each no more than 5 % of the volume of the shares",
    ]

  /// A world with or without a theft.
  ///
  /// - Parameters:
  ///   - loss: Dollars stolen; nobody is robbed if zero.
  ///   - reserve: The exchange's retained reserve, dollars.
  ///   - slope: β_h, dollars sold per dollar stolen.
  /// - Returns: A world without random thefts.
  static func world(loss: Double, reserve: Double, slope: Double = 0.3) -> CoinWorld {
    var world = CoinWorld()
    let standard = WorldPlan.standard()
    world.plan.markets += standard.markets.filter { $0.name == "SPX shares" }
    world.plan.without = ["exchange_hacks"]
    world.plan.participants += [
      ParticipantPlan(
        "exchange_operator",
        "exchange",
        numbers: ["reserve_usd": reserve, "retained_share": 0],
        words: ["customers": "customers"],
        endowments: [
          ParticipantPlan.Endowment("stablecoins", 2.5e9 + reserve, from: "EXC"),
          ParticipantPlan.Endowment("BTC", 60_000, from: "RETAIL"),
        ]
      ),
      ParticipantPlan(
        "exchange_customers",
        "customers",
        words: ["exchange": "exchange"],
        endowments: [ParticipantPlan.Endowment("stablecoins", 1e9, from: "RETAIL")]
      ),
      ParticipantPlan(
        "etf_issuer",
        "IBIT",
        numbers: ["holdings_coins": 780_000, "share_volume_usd_per_day": 4e9]
      ),
      ParticipantPlan(
        "authorised_participant",
        "dealer",
        numbers: ["arbitrage_share": 1],
        words: ["funds": "IBIT shares"],
        endowments: [
          ParticipantPlan.Endowment("IBIT shares", 2_500, from: "INST"),
          ParticipantPlan.Endowment("BTC", 2_500, from: "RLP"),
          ParticipantPlan.Endowment("deposits", 5e8, from: "INST"),
        ]
      ),
    ]
    world.plan.participants += holders.map { name in
      ParticipantPlan(
        "institutional_allocator",
        name,
        numbers: ["hack_sale_usd_per_usd": slope / Double(holders.count), "mandate_share": 0],
        words: ["crypto": "IBIT shares", "exchanges": "exchange"],
        endowments: [
          ParticipantPlan.Endowment("IBIT shares", 40_000, from: "INST"),
          ParticipantPlan.Endowment("SPX shares", 100e9, from: "INST"),
          ParticipantPlan.Endowment("bills", 10e9, from: "INST"),
        ]
      )
    }
    if loss > 0 {
      world.plan.shocks = [
        WorldShock(
          .hack,
          name: "theft",
          day: day,
          hour: 14,
          market: "BTC",
          target: "exchange",
          size: loss
        )
      ]
    }
    return world
  }
}
