extension DefaultWorld {
  /// The price of bitcoin of §3.28.
  static let bitcoinPrice = 85_129.43

  /// Coins beside bitcoin.
  ///
  /// Supplies are of the order of the largest coins' in 2025, holders are an
  /// assumption: half with the residual provider, as for bitcoin and its frozen part in §3.28.
  static let coins: [CoinPlan] = [
    coin("ETH", price: 2_800, supply: 120e6),
    coin("ALT1", price: 130, supply: 550e6),
    coin("ALT2", price: 850, supply: 138e6),
    coin("ALT3", price: 2, supply: 60e9),
    coin("ALT4", price: 0.15, supply: 150e9),
    coin("GOV", price: 0.25, supply: 15e9),
  ]

  private static func coin(_ name: String, price: Double, supply: Double) -> CoinPlan {
    CoinPlan(
      name,
      price: price,
      quantityDecimals: supply > 1e9 ? 4 : 6,
      priceDecimals: price < 10 ? 6 : 4,
      holders: [
        CoinPlan.Holder("RLP", 0.5 * supply), CoinPlan.Holder("RETAIL", 0.25 * supply),
        CoinPlan.Holder("WHALE", 0.15 * supply), CoinPlan.Holder("MM", 0.04 * supply),
        CoinPlan.Holder("DAT", 0.05 * supply), CoinPlan.Holder("SYN", 0.01 * supply),
      ]
    )
  }

  /// Spot markets.
  ///
  /// Bitcoin: price of §3.28, V_D and σ_D of §1.3, σ_v and its common share of §3.27.
  /// The others: assumption; volumes fall and volatilities rise with the size of the coin. S&P 500: the
  /// sheet's share of one dollar, σ_v 15 % a year, of which the common share is larger.
  static let markets: [MarketPlan] = [
    crypto("BTC", price: bitcoinPrice, volume: 90e9, volatility: 0.024, news: 0.28),
    crypto("ETH", price: 2_800, volume: 40e9, volatility: 0.035, news: 0.42),
    crypto("ALT1", price: 130, volume: 12e9, volatility: 0.042, news: 0.52),
    crypto("ALT2", price: 850, volume: 6e9, volatility: 0.038, news: 0.46),
    crypto("ALT3", price: 2, volume: 8e9, volatility: 0.042, news: 0.52),
    crypto("ALT4", price: 0.15, volume: 4e9, volatility: 0.048, news: 0.60),
    crypto("GOV", price: 0.25, volume: 0.5e9, volatility: 0.06, news: 0.75),
    MarketPlan(
      "SPX shares",
      price: 1,
      value: .news(annualVolatility: 0.15, common: 0.5),
      hours: .newYork,
      dailyVolume: 500e9,
      dailyVolatility: 0.01
    ),
    DefaultFundingWorld.bills,
  ]

  private static func crypto(
    _ name: String,
    price: Double,
    volume: Double,
    volatility: Double,
    news: Double
  ) -> MarketPlan {
    MarketPlan(
      name,
      price: price,
      value: .news(annualVolatility: news, common: 0.3),
      dailyVolume: volume,
      dailyVolatility: volatility
    )
  }

  /// Perpetual contracts with the venues' terms of §2.1; funds in proportion to open interest, assumption.
  static let perpetuals: [PerpetualPlan] = [
    PerpetualPlan("BTC", insuranceFund: 1e9),
    PerpetualPlan("ETH", insuranceFund: 0.5e9),
    PerpetualPlan("ALT1", leverageCap: 50, maintenanceRate: 0.01, insuranceFund: 0.2e9),
    PerpetualPlan("ALT2", leverageCap: 50, maintenanceRate: 0.01, insuranceFund: 0.1e9),
  ]

  /// Uninformed traders of each market, who pay in deposits; they open with half a day of the market's
  /// volume on each side, an assumption: three standard deviations of their holding.
  static func noise(in markets: [MarketPlan]) -> [ParticipantPlan] {
    markets.map { market in
      let source = market.hours == .newYork ? "HN" : "RLP"
      let dollars = 0.5 * market.dailyVolume
      return ParticipantPlan(
        "noise_traders",
        "noise \(market.name)",
        words: ["market": market.name, "money": "deposits"],
        endowments: [
          ParticipantPlan.Endowment(market.name, dollars / market.price, from: source),
          ParticipantPlan.Endowment("deposits", dollars, from: "HN"),
        ]
      )
    }
  }
}
