/// The yen and those who owe it (`model.md` §3.14), technology shares, and gold.
extension DefaultWorld {
  private typealias Endowment = ParticipantPlan.Endowment

  /// The rate that S0.F17 and S0.F18 imply: 17 tn yen are 110 bn dollars.
  private static let yenPrice = 110.0 / 17_000
  /// The sheet's price of an ounce.
  private static let goldPrice = 4_062.5

  /// Yen are deposits at Japanese banks, which borrowers abroad owe them.
  ///
  /// What the residual provider holds, 2.6 tn dollars, is an assumption: enough to sell to everyone who
  /// repays a loan.
  static let yen = ClaimPlan(
    "yen",
    of: "Japanese banks",
    isBank: true,
    unit: "JPY",
    price: yenPrice,
    quantityDecimals: 2,
    priceDecimals: 8,
    origin: .owedBy("ROW", as: "other yen loans"),
    holders: [CoinPlan.Holder("RLP", 400e12)]
  )

  /// The NASDAQ 100, carved out of the sheet's shares.
  ///
  /// Two fifths of everybody's, an assumption of the order of its share of listed capital. What is left of
  /// "SPX shares" are the other companies.
  static let technologyShares = ClaimPlan(
    "NDX shares",
    of: "HN",
    origin: .replaces("SPX shares"),
    holders: [("HN", 26_100.0), ("INST", 17_400), ("FO", 8_700), ("RLP", 5_800)].map {
      CoinPlan.Holder($0, 0.4 * $1 * 1e9)
    }
  )

  /// Gold beside the sheet's, at the sheet's price.
  ///
  /// Above ground are about 6.9 bn ounces, of which 1.2 bn are official (of the order of industry
  /// statistics); the residual provider's tenth is that of `model.md` §3.27. Assumptions.
  static let gold = CoinPlan(
    "gold",
    price: goldPrice,
    holders: [
      CoinPlan.Holder("HN", 5.1e9), CoinPlan.Holder("RLP", 0.6e9), CoinPlan.Holder("FO", 0.9e9),
    ]
  )

  /// Yen, technology shares and gold.
  ///
  /// Yen: daily turnover of the order of the central banks' survey, news of 9 % a year, which with the noise
  /// beside it is near the 10.3 % of USDJPY in the year to September 2025. The others: turnover and
  /// volatility of their order of magnitude. All of them are assumptions.
  static let macroMarkets: [MarketPlan] = [
    MarketPlan(
      "yen",
      price: yenPrice,
      value: .news(annualVolatility: 0.09, common: 0),
      dailyVolume: 1e12,
      dailyVolatility: 0.005
    ),
    MarketPlan(
      "NDX shares",
      price: 1,
      value: .news(annualVolatility: 0.2, common: 0.6),
      hours: .newYork,
      dailyVolume: 250e9,
      dailyVolatility: 0.013
    ),
    MarketPlan(
      "gold",
      price: goldPrice,
      value: .news(annualVolatility: 0.15, common: 0.05),
      dailyVolume: 150e9,
      dailyVolatility: 0.01
    ),
  ]

  /// Japanese rates and four funds that owe yen.
  static let abroad: [ParticipantPlan] =
    [ParticipantPlan("japanese_rates", "Japan")] + carryFunds

  /// Four funds with a quarter of 0.25 tn dollars each (§3.14), from cautious to much indebted.
  ///
  /// They hold bitcoin through fund shares. Debt over equity is from 2 to 6, within the range of 2 to 8 of
  /// experiment M0.5-world; which fund's shares each holds is an assumption.
  private static let carryFunds: [ParticipantPlan] = [
    carryFund(1, debtToEquity: 2, shares: "fund A shares"),
    carryFund(2, debtToEquity: 3, shares: "fund A shares"),
    carryFund(3, debtToEquity: 4, shares: "fund B shares"),
    carryFund(4, debtToEquity: 6, shares: "fund C shares"),
  ]

  /// A fund with the basket of §3.14; Hong Kong's shares stand for those of emerging markets, coupons for the
  /// rest of the basket.
  private static func carryFund(
    _ number: Int,
    debtToEquity: Double,
    shares: String
  ) -> ParticipantPlan {
    let book = 0.25e12 / 4
    return ParticipantPlan(
      "yen_carry_fund",
      "carry fund \(number)",
      words: [
        "technology_equity": "NDX shares", "emerging_equity": "HK shares", "bitcoin": shares,
      ],
      endowments: [
        Endowment("SPX shares", 0.5 * book, from: "INST"),
        Endowment("HK shares", 0.15 * book, from: "RLP"),
        Endowment("NDX shares", 0.25 * book, from: "INST"),
        Endowment(shares, 0.02 * book / bitcoinPrice, from: "RETAIL"),
        Endowment("coupons", 0.08 * book, from: "INST"),
        Endowment("deposits", book / debtToEquity, from: "HN"),
      ]
    )
  }
}
