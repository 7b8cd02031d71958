extension OilStorage {
  static let parameters = stocks + curve + value + trading

  private static let stocks = [
    ParameterDeclaration(
      "mean_stocks_bbl",
      440e6,
      in: 1...1e12,
      "Ī, mean stocks of five years",
      basis: "assumption: the order of American commercial stocks of crude"
    ),
    ParameterDeclaration(
      "capacity_bbl",
      650e6,
      in: 1...1e12,
      "C, what all stores hold",
      basis: "assumption: the order of American working capacity"
    ),
    ParameterDeclaration(
      "own_capacity_bbl",
      150e6,
      in: 0...1e12,
      "what the operator's own stores hold",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "transfer_bbl_per_day",
      1e6,
      in: 0...1e9,
      "most that it takes in or gives out a day",
      basis: "assumption"
    ),
  ]

  private static let curve = [
    ParameterDeclaration(
      "storage_cost_annual",
      0.05,
      in: 0...10,
      "u, a year as a share of the price",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "yield_at_mean_annual",
      0.02,
      in: 0...10,
      "y₀, the convenience yield at mean stocks",
      basis: "model.md §4.6"
    ),
    ParameterDeclaration(
      "yield_scarcity_annual",
      0.8,
      in: 0...100,
      "y₁, gained as stocks fall to nothing",
      basis: "model.md §4.6"
    ),
    ParameterDeclaration(
      "yield_abundance_annual",
      0.1,
      in: 0...100,
      "y₂, lost as stocks double",
      basis: "model.md §4.6"
    ),
    ParameterDeclaration(
      "full_store_discount_usd",
      60,
      in: 0...1e4,
      "π at a full store",
      basis: "assumption: with 22 for later barrels it is the −37.63 of 2020-04-20"
    ),
    ParameterDeclaration(
      "full_store_share",
      0.95,
      in: 0...0.99,
      "the share of the capacity from which on π is paid",
      basis: "model.md §4.6"
    ),
  ]

  private static let value = [
    ParameterDeclaration(
      "news_volatility_annual",
      0.3,
      in: 0...5,
      "volatility of the value of a barrel in a year's time",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "anchor_years",
      1,
      in: 0...30,
      "the delivery whose price does not know today's stocks",
      basis: "assumption: the last month of the published curve"
    ),
  ]

  private static let trading = [
    ParameterDeclaration(
      "carry_tolerance_annual",
      0.005,
      in: 0...1,
      "the part of full carry that may be missing when it buys",
      basis: "assumption: the tolerance of a curve's name"
    ),
    ParameterDeclaration(
      "loan_spread_percent",
      0,
      in: 0...30,
      "what it pays over the policy rate",
      basis: "assumption: the curve's r is the policy rate"
    ),
    ParameterDeclaration(
      "working_money_usd",
      1e9,
      in: 0...1e13,
      "what it keeps before it repays",
      basis: "assumption"
    ),
  ]
}
