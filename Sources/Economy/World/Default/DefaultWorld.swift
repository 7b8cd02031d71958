import Quantities

/// What the default worlds are made of.
///
/// Each topic has a file of its own.
enum DefaultWorld {
  static func plan(start: Day) -> WorldPlan {
    WorldPlan(
      start: start,
      coins: coins,
      markets: markets,
      perpetuals: perpetuals,
      participants: noise(in: markets.filter { $0.value != .par }) + retail
        + [savers] + funds + arbitrageurs + treasuries + venues + holders,
      residualProvider: residualProvider
    )
  }

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
      residualProvider: residualProvider
    )
  }

  /// What the residual provider needs to take the other side, an assumption.
  ///
  /// It stands for all long-term investors, who pay in deposits.
  static let residualProvider = [
    ParticipantPlan.Endowment("deposits", 1e12, from: "HN"),
    ParticipantPlan.Endowment("ETF shares", 100_000, from: "RETAIL"),
    ParticipantPlan.Endowment("bills", 200e9, from: "MMF"),
  ]
}
