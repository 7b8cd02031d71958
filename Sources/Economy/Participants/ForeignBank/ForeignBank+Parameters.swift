extension ForeignBank {
  static let debts = [
    ParameterDeclaration(
      "roll_share_per_day",
      0.04,
      in: 0...1,
      "ρ, the part of paper, swaps and running deposits that falls due on a settlement day",
      basis: "model.md §3.22"
    ),
    ParameterDeclaration(
      "paper_taken_usd",
      0,
      in: 0...1e12,
      "paper taken over from the sheet's foreign banks, for a bank of its own account",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "deposits_taken_usd",
      0,
      in: 0...6e12,
      "offshore deposits taken over from them",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "reserves_kept_share",
      0.8,
      in: 0...1,
      "the share of its opening reserves that it does not turn into deposits",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "debt_spread_percent",
      0.1,
      in: 0...5,
      "what its repo costs over SOFR",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "paper_spread_bp",
      20,
      in: -500...5_000,
      "what its paper costs over OIS",
      basis: "model.md §3.22"
    ),
  ]

  static let lenders = [
    ParameterDeclaration(
      "paper_limit_ratio",
      1.1,
      in: 0...10,
      "the most paper that money funds hold, over what they held at the opening",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "default_probability_annual",
      0.01,
      in: 0...1,
      "PD at the opening",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "default_limit_annual",
      0.2,
      in: 0.000_001...1,
      "π̄, the PD above which the median desk of a money fund refuses",
      basis: "assumption, as for cash_lender"
    ),
    ParameterDeclaration(
      "default_limit_log_deviation",
      0.4,
      in: 0...3,
      "the standard deviation of its logarithm over desks",
      basis: "assumption, as for cash_lender"
    ),
    ParameterDeclaration(
      "swap_line_spread_bp",
      25,
      in: 0...1_000,
      "what the line costs over OIS",
      basis: "model.md §3.22, §4.4"
    ),
    ParameterDeclaration(
      "corridor_width_bp",
      40,
      in: 0...1_000,
      "policy rate less deposit rate abroad",
      basis: "assumption"
    ),
  ]
}
