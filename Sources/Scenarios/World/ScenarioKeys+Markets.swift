import Economy

extension ScenarioKeys {
  static let marketNumbers: [ScenarioNumber<MarketPlan>] = [
    ScenarioNumber(
      "price_usd",
      \.price,
      in: 1e-6...1e7,
      isRequired: true,
      "opening price per unit",
      basis: "scenario"
    ),
    ScenarioNumber(
      "daily_volume_usd",
      \.dailyVolume,
      in: 1...1e15,
      isRequired: true,
      "V_D, dollars traded a day",
      basis: "scenario"
    ),
    ScenarioNumber(
      "daily_volatility",
      \.dailyVolatility,
      in: 1e-6...1,
      isRequired: true,
      "σ_D, the daily volatility that scales impact and is the reference of depth and leverage",
      basis: "scenario"
    ),
    ScenarioNumber(
      "impact_prefactor",
      \.prefactor,
      in: 0...10,
      "Y of the square-root law",
      basis: "model.md §1.2"
    ),
    ScenarioNumber(
      "impact_regulariser_share",
      \.regulariserShare,
      in: 1e-9...1,
      "X₀ over the daily volume, below which impact is linear",
      basis: "model.md §1.2"
    ),
    ScenarioNumber(
      "resilience_half_life_minutes",
      \.resilienceHalfLifeMinutes,
      in: 0.01...1e6,
      "half-life of temporary impact",
      basis: "model.md §1.2"
    ),
    ScenarioNumber(
      "permanent_impact_share",
      \.permanentShare,
      in: 0...1,
      "share of impact that stays",
      basis: "model.md §1.2"
    ),
    ScenarioNumber(
      "reversion_half_life_days",
      \.reversionHalfLifeDays,
      in: 0...1e6,
      "half-life of what flow has added to the value; 0 for ever",
      basis: "model.md §3.27"
    ),
    ScenarioNumber(
      "half_spread_fraction",
      \.halfSpread,
      in: 0...0.1,
      "half the bid-ask spread",
      basis: "assumption"
    ),
    ScenarioNumber(
      "news_degrees_of_freedom",
      \.newsDegreesOfFreedom,
      in: 2.1...1000,
      "of Student's t of the news",
      basis: "model.md §3.27"
    ),
  ]

  static let market: [ScenarioField] =
    [ScenarioField("name", .text, isRequired: true, "the instrument it trades")]
    + marketNumbers.map(\.field) + [
      ScenarioField("hours", .choice(["always", "new_york"]), "when it matches orders"),
      ScenarioField(
        "value",
        .choice(["news", "par", "published", "follows"]),
        "what moves its value: news, nothing (a claim at par), a figure, another market"
      ),
      ScenarioField("news_volatility_annual", .number(0...10), "σ_v of the news; value: news"),
      ScenarioField(
        "news_common_share",
        .number(0...1),
        "share of news all markets have; value: news"
      ),
      ScenarioField("figure", .text, "the figure of its value; value: published"),
      ScenarioField("follows", .text, "the market whose value it has; value: follows"),
      circuitBreaker("the market and its contract"),
    ]

  static let perpetualNumbers: [ScenarioNumber<PerpetualPlan>] = [
    ScenarioNumber(
      "leverage_cap",
      \.leverageCap,
      in: 1...500,
      "largest leverage that venues grant",
      basis: "model.md §2.1"
    ),
    ScenarioNumber(
      "maintenance_margin_rate",
      \.maintenanceRate,
      in: 1e-6...0.9,
      "m, maintenance margin over notional; below 1/leverage_cap",
      basis: "model.md §2.1"
    ),
    ScenarioNumber(
      "insurance_fund_usd",
      \.insuranceFund,
      in: 0...1e12,
      "what pays for fills beyond bankruptcy",
      basis: "assumption"
    ),
    ScenarioNumber(
      "liquidation_fee_rate",
      \.liquidationFee,
      in: 0...0.1,
      "fee of a forced close over notional",
      basis: "assumption"
    ),
    ScenarioNumber(
      "premium_depth_share",
      \.premiumDepthShare,
      in: 1e-6...100,
      "share of the daily volume that moves the premium by one percent",
      basis: "assumption"
    ),
    ScenarioNumber(
      "premium_half_life_hours",
      \.premiumHalfLifeHours,
      in: 0.01...1e5,
      "half-life of the premium",
      basis: "assumption"
    ),
  ]

  static let perpetual: [ScenarioField] =
    [ScenarioField("market", .text, isRequired: true, "the spot market it follows")]
    + perpetualNumbers.map(\.field) + [
      ScenarioField(
        "tiers",
        .rows(tier),
        "the tier table in the order of its caps, at most 16 rows; instead of maintenance_margin_rate",
        basis: "exchange-mechanics.md §2"
      ),
      ScenarioField(
        "adl",
        .rule(deleveragingRules),
        "which opposite positions close for losses beyond the fund: none, by profit times leverage, all profitable pro rata",
        basis: "exchange-mechanics.md §5"
      ),
      circuitBreaker("the contract, not its spot market"),
    ]
}
