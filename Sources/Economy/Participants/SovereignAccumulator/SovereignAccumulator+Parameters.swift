extension SovereignAccumulator {
  struct Rule: Sendable {
    let tradeUnits: Double
    let costRate: Double
    let impactPrefactor: Double
    let floorSlope: Double
    let reference: Double
    let floorDelay: Double
    let budgetShare: Double
    let reserves: Double

    init(_ setup: WorldSetup) {
      tradeUnits = setup.number("trade_units")
      costRate = setup.number("trading_cost_rate")
      impactPrefactor = setup.number("impact_prefactor")
      floorSlope = setup.number("floor_usd_per_log_unit")
      reference = setup.number("floor_reference_usd")
      floorDelay = setup.number("floor_delay_days")
      budgetShare = setup.number("budget_share_per_year")
      reserves = setup.number("reserves_usd")
    }
  }

  static let declaredParameters = [
    ParameterDeclaration(
      "trade_units",
      1000,
      in: 0.000_1...1e9,
      "q, coins a month of a purchase or sale",
      basis: "S0.C23: 1 090 BTC"
    ),
    ParameterDeclaration(
      "revaluation_weight",
      1,
      in: 0...100,
      "how much of its stock's revaluation it counts",
      basis: "model.md §3.12"
    ),
    ParameterDeclaration(
      "strategic_value_rate",
      0,
      in: -10...10,
      "θ over the price: value of a coin beyond it",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "rivalry_rate",
      0,
      in: -10...10,
      "v over the price: value of buying more than the others",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "trading_cost_rate",
      0.001,
      in: 0...1,
      "c over the price",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "impact_prefactor",
      0.8,
      in: 0...10,
      "Y of the square-root law it reckons with",
      basis: "model.md §1.2"
    ),
    ParameterDeclaration(
      "floor_usd_per_log_unit",
      1e8,
      in: 0...1e13,
      "B, purchases per log unit of a new low",
      basis: "S0.C24: 0.1 bn"
    ),
    ParameterDeclaration(
      "floor_reference_usd",
      0,
      in: 0...1e9,
      "F, the price below which it bids; the opening's if 0",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "floor_delay_days",
      0,
      in: 0...10_000,
      "days from the first price below F to its first bid",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "budget_share_per_year",
      0.01,
      in: 0...1,
      "most of the reserves spent in a year",
      basis: "model.md §3.12: 0.1 to 1 %"
    ),
    ParameterDeclaration(
      "reserves_usd",
      0,
      in: 0...1e14,
      "official reserves beside its deposits; its deposits if 0",
      basis: "S0: 0.925, 1.7 and 3.2 tn"
    ),
  ]
}
