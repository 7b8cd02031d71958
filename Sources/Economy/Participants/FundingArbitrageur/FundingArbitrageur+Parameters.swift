extension FundingArbitrageur {
  static let parameters = [
    ParameterDeclaration(
      "capacity_usd",
      4e9,
      in: 0...1e12,
      "N_max, the largest position",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "required_funding_annual",
      0.06,
      in: -1...10,
      "c, the annual funding below which it holds nothing",
      basis: "assumption: c* and a margin"
    ),
    ParameterDeclaration(
      "ramp_width_annual",
      0.1,
      in: 0.000_1...10,
      "w, how far above it the whole capacity is used",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "entry_rate_per_day",
      0.5,
      in: 0...1,
      "share of the missing position opened a day",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "exit_rate_per_day",
      0.5,
      in: 0...1,
      "share of the surplus position closed a day",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "leverage",
      3,
      in: 1...50,
      "leverage of the short",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "cash_buffer_rate",
      0.1,
      in: 0...1,
      "cash beyond the margin per dollar of the position",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "renewal_equity_share",
      0.5,
      in: 0...1,
      "equity over margin of its shorts below which they are renewed",
      basis: "assumption"
    ),
  ]
}
