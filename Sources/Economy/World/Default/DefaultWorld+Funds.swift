/// Funds on bitcoin and those who trade against them (`model.md` §3.2–3.4).
///
/// The sheet's 1.43 m coins of funds are split among six funds; the split, volumes, and every size below
/// are assumptions where no section is named.
extension DefaultWorld {
  private typealias Endowment = ParticipantPlan.Endowment

  static let funds: [ParticipantPlan] = exchangeTradedFunds + dealers + basisFunds + allocators

  /// Six issuers (§3.3); 3 to 11 bn dollars of fund shares are traded a day [L:20].
  private static let exchangeTradedFunds: [ParticipantPlan] = [
    fund("A", coins: 800_000, volume: 2.5e9), fund("B", coins: 200_000, volume: 0.5e9),
    fund("C", coins: 170_000, volume: 0.4e9), fund("D", coins: 60_000, volume: 0.15e9),
    fund("E", coins: 60_000, volume: 0.15e9), fund("F", coins: 140_000, volume: 0.3e9),
  ]

  private static func fund(_ letter: String, coins: Double, volume: Double) -> ParticipantPlan {
    ParticipantPlan(
      "etf_issuer",
      "fund \(letter)",
      numbers: ["holdings_coins": coins, "share_volume_usd_per_day": volume]
    )
  }

  /// Four authorised participants (§3.3), two of them for the largest fund.
  private static let dealers: [ParticipantPlan] = [
    dealer(1, ["A"]), dealer(2, ["A"]), dealer(3, ["B", "C"]), dealer(4, ["D", "E", "F"]),
  ]

  private static func dealer(_ number: Int, _ letters: [String]) -> ParticipantPlan {
    let funds = letters.map { "fund \($0) shares" }
    return ParticipantPlan(
      "authorised_participant",
      "dealer \(number)",
      words: ["funds": funds.joined(separator: ", ")],
      endowments: [Endowment("BTC", 6_000, from: "RLP"), Endowment("deposits", 1e9, from: "HN")]
        + funds.map { Endowment($0, 3_000, from: "INST") }
    )
  }

  /// Five basis funds with 25 bn dollars of capacity together (§3.4); a fifth of it is in use.
  ///
  /// Their broker is the dealers, who fund the loans overnight like those to other funds.
  private static let basisFunds: [ParticipantPlan] = (1...5).map { number in
    ParticipantPlan(
      "basis_fund",
      "basis fund \(number)",
      words: ["long_legs": "fund A shares", "dealer_loans": "repo HF"],
      endowments: [
        Endowment("fund A shares", 12_000, from: "RETAIL"),
        Endowment("deposits", 0.7e9, from: "HN"),
      ]
    )
  }

  /// Eight allocators (§3.2), one twentieth of whose assets are fund shares.
  private static let allocators: [ParticipantPlan] =
    ["pension 1", "pension 2", "pension 3", "endowment 1", "endowment 2"].map { allocator($0) }
    + ["insurer 1", "insurer 2"].map { allocator($0, ["own_funds_share": 0.6]) }
    + [allocator("adviser platform", ["momentum_per_day": 0.002])]

  private static func allocator(
    _ name: String,
    _ numbers: [String: Double] = [:]
  ) -> ParticipantPlan {
    ParticipantPlan(
      "institutional_allocator",
      name,
      numbers: numbers,
      words: ["crypto": "fund A shares"],
      endowments: [
        Endowment("fund A shares", 20_000, from: "INST"),
        Endowment("SPX shares", 20e9, from: "INST"), Endowment("coupons", 10e9, from: "INST"),
        Endowment("bills", 2e9, from: "INST"), Endowment("deposits", 2e9, from: "INST"),
      ]
    )
  }

  /// Holders of coins against short perpetuals (§3.5), who keep funding near its steady state.
  ///
  /// Their capacity is an assumption: a quarter of the open interest of each contract.
  static let arbitrageurs: [ParticipantPlan] = [
    arbitrageur("BTC", capacity: 8e9, coins: 40_000, money: 3e9),
    arbitrageur("ETH", capacity: 4e9, coins: 600_000, money: 1.5e9),
    arbitrageur("ALT1", capacity: 1.5e9, coins: 4e6, money: 0.5e9),
    arbitrageur("ALT2", capacity: 0.5e9, coins: 0.2e6, money: 0.2e9),
  ]

  private static func arbitrageur(
    _ market: String,
    capacity: Double,
    coins: Double,
    money: Double
  ) -> ParticipantPlan {
    ParticipantPlan(
      "funding_arbitrageur",
      "arbitrageur \(market)",
      numbers: ["capacity_usd": capacity],
      words: ["market": market],
      endowments: [
        Endowment(market, coins, from: "RLP"), Endowment("stablecoins", money, from: "MM"),
      ]
    )
  }
}
