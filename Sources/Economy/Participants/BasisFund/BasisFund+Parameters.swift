extension BasisFund {
  static let parameters = [
    ParameterDeclaration(
      "capacity_usd",
      5e9,
      in: 0...1e12,
      "N_max, the largest position; 25 bn over five funds",
      basis: "model.md §3.4"
    ),
    ParameterDeclaration(
      "reference_rate_annual",
      0.04,
      in: -0.05...1,
      "the secured overnight rate",
      basis: "assumption: near 4 % in November 2025"
    ),
    ParameterDeclaration(
      "financing_spread_annual",
      0.006,
      in: 0...1,
      "what the broker charges above it",
      basis: "model.md §3.4"
    ),
    ParameterDeclaration(
      "own_share",
      0.03,
      in: 0...1,
      "the share of the long leg paid with own money; with it c* is 5 %",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "haircut_quantile",
      0,
      in: 0...10,
      "z: the broker finances at most 1 − z σ √5 of the long leg; 0 for a fixed own share",
      basis: "form of model.md §3.15, where z is 2.33; §3.4 gives no number"
    ),
    ParameterDeclaration(
      "fees_annual",
      0.002_5,
      in: 0...1,
      "fund fees in the required carry",
      basis: "model.md §3.4"
    ),
    ParameterDeclaration(
      "roll_cost_annual",
      0.003,
      in: 0...1,
      "rolling and trading in the required carry",
      basis: "model.md §3.4"
    ),
    ParameterDeclaration(
      "ramp_width_annual",
      0.04,
      in: 0.000_1...1,
      "how far above the required carry the whole capacity is used",
      basis: "model.md §3.4"
    ),
    ParameterDeclaration(
      "entry_rate_per_day",
      0.05,
      in: 0...1,
      "share of the missing position opened a session",
      basis: "model.md §3.4"
    ),
    ParameterDeclaration(
      "exit_rate_per_day",
      0.15,
      in: 0...1,
      "share of the surplus position closed a session",
      basis: "model.md §3.4"
    ),
    ParameterDeclaration(
      "urgency_width_annual",
      0.01,
      in: 0...1,
      "how far below the required carry the exit rate doubles",
      basis: "model.md §3.4"
    ),
    ParameterDeclaration(
      "initial_margin_rate",
      0.4,
      in: 0...1,
      "initial margin of the future",
      basis: "model.md §3.4"
    ),
    ParameterDeclaration(
      "cash_buffer_rate",
      0.1,
      in: 0...1,
      "cash kept beyond the initial margin",
      basis: "model.md §3.4"
    ),
    ParameterDeclaration(
      "basis_average_days",
      30,
      in: 1...365,
      "days over which the basis is averaged",
      basis: "model.md §3.4"
    ),
  ]
}
