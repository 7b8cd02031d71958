extension CreditEconomy {
  static let parameters = [
    ParameterDeclaration(
      "output_usd_per_year",
      30.5e12,
      in: 1e9...1e15,
      "GDP",
      basis: "assumption: nominal GDP of the United States in 2025"
    ),
    ParameterDeclaration(
      "unemployment_percent",
      4.4,
      in: 0...50,
      "u at the opening, where the economy is at rest",
      basis: "assumption: September 2025"
    ),
    ParameterDeclaration(
      "neutral_real_rate_percent",
      0.875,
      in: -10...20,
      "r* over which policy slows output",
      basis: "assumption: the real policy rate of the opening, so that it is neutral"
    ),
    ParameterDeclaration(
      "growth_percent",
      4,
      in: -50...50,
      "growth of debt a year that changes nothing",
      basis: "assumption: as the firms'"
    ),
    ParameterDeclaration(
      "repayment_share_per_month",
      0.03,
      in: 0...1,
      "debt of a vintage that is repaid in a month",
      basis: "assumption: as the firms'"
    ),
    ParameterDeclaration(
      "demand_deviation_points",
      0.1,
      in: 0...10,
      "the standard deviation of ε, points of the output gap a month",
      basis: "assumption: §4.5 gives none"
    ),
    ParameterDeclaration(
      "wealth_share",
      1,
      in: 0...10,
      "percent of wealth per percent of the price of the wealth market",
      basis: "assumption"
    ),
  ]
}
