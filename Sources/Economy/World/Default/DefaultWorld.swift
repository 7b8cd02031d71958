import Quantities

/// What the default worlds are made of.
///
/// Each topic has a file of its own.
enum DefaultWorld {
  static func plan(start: Day) -> WorldPlan {
    WorldPlan(
      start: start,
      coins: coins + [gold],
      claims: [yen, technologyShares],
      markets: markets + [DefaultFundingWorld.coupons] + macroMarkets,
      perpetuals: perpetuals,
      participants: crypto + funding + abroad,
      residualProvider: residualProvider
    )
  }

  /// Coins, shares and everyone who trades them.
  private static let crypto: [ParticipantPlan] =
    noise(in: (markets + macroMarkets).filter { $0.value != .par }) + retail + [savers] + funds
    + arbitrageurs + treasuries + venues + holders

  /// The world of dollar funding, in which stablecoin issuers hold bills and dealers fund everybody's books.
  private static let funding: [ParticipantPlan] =
    DefaultFundingWorld.officials
    + DefaultFundingWorld.lenders.filter { !offshoreNames.contains($0.name) } + offshore
    + DefaultFundingWorld.borrowers

  /// Foreign banks and officials lend what they do not need themselves; plain lenders would only lend.
  private static let offshoreNames = Set(offshore.map(\.name))

  static func litePlan(start: Day) -> WorldPlan {
    let names = ["BTC", "ETH", "SPX shares"]
    let kept = markets.filter { names.contains($0.name) }
    return WorldPlan(
      start: start,
      barsPerDay: 1,
      coins: coins.filter { names.contains($0.name) },
      markets: kept,
      perpetuals: perpetuals.filter { names.contains($0.market) },
      participants: noise(in: kept)
        + (retail + arbitrageurs).filter { names.contains($0.words["market"] ?? "BTC") }
        + [savers, miners],
      residualProvider: liteProvider
    )
  }

  /// What the residual provider needs to take the other side, an assumption.
  ///
  /// It stands for all long-term investors, who pay in deposits. Fund shares beside those of the world of
  /// funding; yen, gold and technology shares are given to it where they come into being.
  static let residualProvider =
    DefaultFundingWorld.residualProvider + [
      ParticipantPlan.Endowment("ETF shares", 100_000, from: "RETAIL")
    ]

  private static let liteProvider = [
    ParticipantPlan.Endowment("deposits", 1e12, from: "HN"),
    ParticipantPlan.Endowment("ETF shares", 100_000, from: "RETAIL"),
    ParticipantPlan.Endowment("bills", 200e9, from: "MMF"),
  ]
}
