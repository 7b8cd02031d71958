extension CashLender {
  static let desks = [
    ParameterDeclaration(
      "desk_count",
      60,
      in: 1...400,
      "desks among which its cash is spread",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "desk_log_deviation",
      1,
      in: 0...3,
      "the standard deviation of the logarithm of a desk's cash",
      basis: "model.md §4.1"
    ),
    ParameterDeclaration(
      "premium_mean_percent",
      0.02,
      in: -5...5,
      "ψ before it is cut at zero, the mean over desks",
      basis: "model.md §4.1, base case"
    ),
    ParameterDeclaration(
      "premium_deviation_percent",
      0.03,
      in: 0...5,
      "its standard deviation",
      basis: "model.md §4.1, base case"
    ),
    ParameterDeclaration(
      "balance_sheet_cost_percent",
      0.1,
      in: 0...5,
      "what it costs a bank to lend",
      basis: "model.md §3.17"
    ),
    ParameterDeclaration(
      "default_limit_annual",
      0.2,
      in: 0...1,
      "π̄, the default probability above which the median desk refuses",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "default_limit_log_deviation",
      0.4,
      in: 0...3,
      "the standard deviation of its logarithm over desks",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "exposure_limit_share",
      0.05,
      in: 0...1,
      "the most that a desk lends to one desk of a borrower, of all its lender's cash",
      basis: "assumption"
    ),
  ]

  static let holdings = [
    ParameterDeclaration(
      "cash_kept_usd",
      20e9,
      in: 0...1e13,
      "money that it does not lend",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "bill_share",
      0.5,
      in: 0...1,
      "bills in what it manages that it wants; 0 for a lender that trades none",
      basis: "model.md §3.28: 2 900 of 5 700"
    ),
    ParameterDeclaration(
      "bill_speed_per_day",
      0.1,
      in: 0...1,
      "how much of the gap to it closes in a day",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "debt_spread_percent",
      0.1,
      in: 0...5,
      "what its own debt to a dealer costs over SOFR",
      basis: "assumption"
    ),
  ]
}
