package import Quantities

extension WorldPlan {
  /// The world of oil: producers, refiners, stores and the residual provider; one bar a day.
  package static func oil(start: Day = standardStart, barsPerDay: Int = 1) -> WorldPlan {
    WorldPlan(
      start: start,
      barsPerDay: barsPerDay,
      coins: DefaultWorld.oilCoins,
      markets: DefaultWorld.oilMarkets,
      participants: DefaultWorld.oilParticipants,
      residualProvider: DefaultWorld.residualProvider.filter { $0.instrument == "deposits" }
    )
  }

  /// The world of the Hong Kong dollar: the board, mainland investors, uninformed traders of the currency and the
  /// shares, American shares, the residual provider.
  package static func hongKong(start: Day = standardStart, barsPerDay: Int = 24) -> WorldPlan {
    WorldPlan(
      start: start,
      barsPerDay: barsPerDay,
      coins: DefaultWorld.hongKongCoins,
      claims: DefaultWorld.hongKongClaims,
      markets: DefaultWorld.hongKongMarkets
        + DefaultWorld.markets.filter { $0.name == "SPX shares" },
      participants: DefaultWorld.hongKongParticipants
        + DefaultWorld.noise(in: DefaultWorld.hongKongMarkets),
      residualProvider: DefaultWorld.residualProvider.filter { $0.instrument == "deposits" }
    )
  }
}
