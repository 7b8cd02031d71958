extension Dealer {
  static let desks = [
    ParameterDeclaration(
      "desk_count",
      120,
      in: 1...400,
      "desks among which its demand is spread",
      basis: "assumption: more than the 60 borrowers of model.md §4.1, for it stands for all"
    ),
    ParameterDeclaration(
      "desk_log_deviation",
      0.7,
      in: 0...3,
      "the standard deviation of the logarithm of a desk's demand",
      basis: "model.md §4.1"
    ),
    ParameterDeclaration(
      "risky_share",
      0.15,
      in: 0...1,
      "the chance that a desk is one that lenders think may default",
      basis: "model.md §4.1, base case"
    ),
    ParameterDeclaration(
      "default_probability_annual",
      0.05,
      in: 0...1,
      "PD of a risky desk at the opening",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "coverage_share",
      0.98,
      in: 0...1,
      "what collateral covers of a loss",
      basis: "model.md §4.1: a premium of ten basis points"
    ),
    ParameterDeclaration(
      "eligible_share",
      0.6,
      in: 0...1,
      "the chance that the standing facility lends to a desk",
      basis: "model.md §4.1"
    ),
    ParameterDeclaration(
      "stigma_percent",
      0.03,
      in: 0...5,
      "what others pay above the facility at least",
      basis: "model.md §4.1"
    ),
    ParameterDeclaration(
      "maximum_rate_deviation_percent",
      0.08,
      in: 0...5,
      "the deviation of the normal number whose size they add",
      basis: "model.md §4.1"
    ),
  ]

  static let balanceSheet = [
    ParameterDeclaration(
      "cash_kept_usd",
      100e9,
      in: 0...1e13,
      "deposits that it wants after the market",
      basis: "model.md §3.28"
    ),
    ParameterDeclaration(
      "cash_buffer_usd",
      50e9,
      in: 0...1e13,
      "how much of them it does without before it lends less",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "leverage_ratio_min",
      0.05,
      in: 0.001...0.5,
      "SLR, equity and support over exposures",
      basis: "model.md §3.16"
    ),
    ParameterDeclaration(
      "parent_support_usd",
      100e9,
      in: 0...1e13,
      "what its parent would add",
      basis: "model.md §3.16"
    ),
    ParameterDeclaration(
      "shadow_cost_bp",
      150,
      in: 0...10_000,
      "χ₁",
      basis: "model.md §3.16"
    ),
    ParameterDeclaration(
      "quarter_end_multiplier",
      1.3,
      in: 1...10,
      "what χ is multiplied by at the end of a quarter",
      basis: "model.md §3.16"
    ),
    ParameterDeclaration(
      "inventory_speed_per_day",
      0.02,
      in: 0...1,
      "how much of what it had to sell it buys back in a day",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "fund_growth_per_day",
      0.02,
      in: 0...1,
      "how much more it lends to funds in a day at most",
      basis: "assumption"
    ),
  ]
}
