import Quantities

/// What the default worlds are made of.
///
/// Each topic has a file of its own.
enum DefaultWorld {
  static func plan(start: Day) -> WorldPlan {
    WorldPlan(
      start: start,
      coins: coins + [gold] + oilCoins + hongKongCoins,
      claims: [yen, technologyShares] + bankClaims + hongKongClaims,
      markets: markets + [DefaultFundingWorld.coupons] + macroMarkets + oilMarkets
        + hongKongMarkets,
      perpetuals: perpetuals,
      participants: crypto + funding + abroad + oilParticipants + hongKongParticipants,
      residualProvider: residualProvider
    )
  }

  /// Coins, shares and everyone who trades them, and the noise of every market with news.
  private static let crypto: [ParticipantPlan] =
    noise(in: noisyMarkets) + retail + [savers] + funds + arbitrageurs + treasuries + venues
    + holders

  /// All but bills, which are at par, and coupons, which move with their yields: dealers' leverage binds after
  /// a fall of two percent, which noise alone would bring about within weeks.
  private static let noisyMarkets =
    (markets + macroMarkets + oilMarkets + hongKongMarkets).filter { $0.value != .par }

  /// The world of dollar funding, in which stablecoin issuers hold bills and dealers fund everybody's books.
  private static let funding: [ParticipantPlan] =
    DefaultFundingWorld.officials + lenders + creditors + offshore + DefaultFundingWorld.borrowers

  /// The banks, of which the large ones lend to the stores of oil too.
  private static let creditors: [ParticipantPlan] = banks.map { bank in
    guard bank.name == "banks" else { return bank }
    var large = bank
    large.words["other_loans"] = "bank loans, oil storage loans"
    return large
  }

  /// Lenders that are nothing else: banks and foreign officials lend what they do not need themselves.
  private static let lenders: [ParticipantPlan] = {
    let others = Set((banks + offshore).map(\.name))
    return DefaultFundingWorld.lenders.filter { !others.contains($0.name) }
  }()

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
