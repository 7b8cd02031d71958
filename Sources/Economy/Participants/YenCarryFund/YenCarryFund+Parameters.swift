extension YenCarryFund {
  static let parameters = size + ruleParameters + limits

  private static let size = [
    ParameterDeclaration(
      "capacity_usd",
      0,
      in: 0...1e14,
      "N_max; 0 for the size at which the rule wants the book that it opens with",
      basis: "model.md §3.14: 0.25, 1, 4 and 20 tn are sizes of a scenario"
    ),
    ParameterDeclaration(
      "hedge_cost_percent",
      0,
      in: -10...10,
      "what a hedge of the yen costs a year; 0 for an open position",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "long_yield_pass_through",
      0,
      in: 0...2,
      "the part of a change of the JGB ten-year yield that the funding rate follows",
      basis: "assumption"
    ),
  ]

  private static let ruleParameters = [
    ParameterDeclaration(
      "ramp_lower_ratio",
      0.15,
      in: -5...5,
      "carry per unit of risk at which nothing is wanted",
      basis: "model.md §3.14"
    ),
    ParameterDeclaration(
      "ramp_upper_ratio",
      0.45,
      in: -5...5,
      "carry per unit of risk at which the whole capacity is wanted",
      basis: "model.md §3.14"
    ),
    ParameterDeclaration(
      "volatility_target_annual",
      0.15,
      in: 0.001...5,
      "σ_tgt of the whole position",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "entry_share_per_day",
      0.03,
      in: 0...1,
      "the share of a gap built up a day",
      basis: "model.md §3.14"
    ),
    ParameterDeclaration(
      "exit_share_per_day",
      0.2,
      in: 0...1,
      "the share of a gap closed a day",
      basis: "model.md §3.14"
    ),
  ]

  private static let limits = [
    ParameterDeclaration(
      "margin_call_loss_share",
      0.5,
      in: 0...1,
      "the loss on the capital that brings a margin call",
      basis: "model.md §3.14"
    ),
    ParameterDeclaration(
      "risk_limit_share",
      0.25,
      in: 0...100,
      "the value at risk (99 %, a day) that the capital may have",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "stop_deviations",
      2,
      in: 0...20,
      "the rise of the yen in a day that hits stops, daily deviations",
      basis: "model.md §3.14"
    ),
    ParameterDeclaration(
      "stop_share",
      0.3,
      in: 0...1,
      "the share of the book with stops there",
      basis: "model.md §3.14"
    ),
    ParameterDeclaration(
      "forced_share_of_volume",
      0.2,
      in: 0...10,
      "the most of a bar's volume that forced orders take",
      basis: "assumption: a fifth, as for everyone's forced orders"
    ),
    ParameterDeclaration(
      "chosen_share_of_volume",
      0.1,
      in: 0...10,
      "the most of a bar's volume that other orders take",
      basis: "assumption"
    ),
  ]
}
