extension DefaultWorld {
  private typealias Endowment = ParticipantPlan.Endowment

  // MARK: - Oil

  /// Barrels: stocks 5 % under their mean, of which the operator takes a part.
  ///
  /// Assumptions of the order of American stocks of crude. The price is that of 2025-11-21 (`model.md` §4.6).
  static let oilCoins = [
    CoinPlan("WTI", price: 58.86, holders: [CoinPlan.Holder("RLP", 420e6)])
  ]

  /// The spot market of oil.
  ///
  /// Its volume is twice the barrels that are made and used a day, so that an excess of supply moves the price; an
  /// assumption, as the volatility of impact. Its value is what the operator of stores publishes.
  static let oilMarkets = [
    MarketPlan(
      "WTI",
      price: 58.86,
      value: .published(figure: "oil value"),
      dailyVolume: 2e9,
      dailyVolatility: 0.02
    )
  ]

  /// Who makes, burns and stores oil.
  ///
  /// What producers earn goes back to refiners: wages and dividends of the one are spent on the fuel of the other, a
  /// circle through households that is netted.
  static let oilParticipants: [ParticipantPlan] = [
    ParticipantPlan("oil_producer", "oil producers", words: ["owners": "oil refiners"]),
    ParticipantPlan(
      "oil_refiner",
      "oil refiners",
      endowments: [Endowment("deposits", 50e9, from: "HN")]
    ),
    ParticipantPlan(
      "oil_storage",
      "oil storage",
      endowments: [
        Endowment("WTI", 50e6, from: "RLP"), Endowment("deposits", 2e9, from: "HN"),
      ]
    ),
  ]

  // MARK: - Hong Kong

  /// Hong Kong dollars: what the residual provider has of them, against loans abroad; an assumption of the order of a
  /// tenth of the deposits there.
  static let hongKongClaims = [
    ClaimPlan(
      "HKD",
      of: "Hong Kong banks",
      isBank: true,
      unit: "HKD",
      price: 1 / 7.8,
      priceDecimals: 8,
      origin: .owedBy("ROW", as: "HKD loans"),
      holders: [CoinPlan.Holder("RLP", 1_500e9)]
    )
  ]

  /// Hong Kong shares in units of a dollar at the opening.
  ///
  /// They are claims on capital that the sheet does not have, therefore an outside asset. The amount is an assumption.
  static let hongKongCoins = [
    CoinPlan("HK shares", price: 1, holders: [CoinPlan.Holder("RLP", 1e12)])
  ]

  /// Volumes and volatilities are assumptions: 40 bn a day in the currency, 30 bn in shares.
  ///
  /// The value of the currency has no news: a value that wandered would leave every band, and a band that is
  /// believed in holds it. What moves the rate is flow.
  static let hongKongMarkets = [
    MarketPlan(
      "HKD",
      price: 1 / 7.8,
      value: .news(annualVolatility: 0, common: 0),
      dailyVolume: 40e9,
      dailyVolatility: 0.000_5,
      halfSpread: 0.000_01
    ),
    MarketPlan(
      "HK shares",
      price: 1,
      value: .news(annualVolatility: 0.2, common: 0.3),
      dailyVolume: 30e9,
      dailyVolatility: 0.013
    ),
  ]

  /// The board with liquid dollars and bills, and mainland investors with two years of purchases at the mean flow.
  static let hongKongParticipants: [ParticipantPlan] = [
    ParticipantPlan(
      "currency_board",
      "HKMA",
      endowments: [
        Endowment("deposits", 30e9, from: "HN"), Endowment("bills", 100e9, from: "FO"),
      ]
    ),
    ParticipantPlan(
      "southbound_investor",
      "southbound investors",
      endowments: [Endowment("deposits", 350e9, from: "HN")]
    ),
  ]
}
