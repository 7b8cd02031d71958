extension WorldSetup {
  /// Adds the market in which the participant's dollars trade around par, where no trade moves the value.
  mutating func addSecondaryMarket() {
    addMarket(
      MarketPlan(
        word("claim"),
        price: 1,
        value: .par,
        dailyVolume: number("secondary_volume_usd_per_day"),
        dailyVolatility: number("secondary_volatility_per_day"),
        permanentShare: 0
      )
    )
  }
}
