extension Firm {
  static let parameters = [
    ParameterDeclaration(
      "repayment_share_per_month",
      0.03,
      in: 0...1,
      "debt that falls due in a month",
      basis: "assumption: a mean life of about three years"
    ),
    ParameterDeclaration(
      "growth_percent",
      4,
      in: -50...50,
      "growth of its debt a year that it wants in normal times",
      basis: "assumption: nominal output"
    ),
    ParameterDeclaration(
      "served_share",
      0.864,
      in: 0.01...1,
      "what banks accept of applications in normal times; it applies for the inverse",
      basis: "assumption: Φ(ln 3), the banks' share at the opening"
    ),
    ParameterDeclaration(
      "gap_effect_percent",
      0.25,
      in: -10...10,
      "applications a month, percent of debt, per point of the output gap",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "rate_effect_percent",
      0.1,
      in: -10...10,
      "applications a month, percent of debt, fewer per point of the policy rate over the opening's",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "loan_spread_percent",
      2.5,
      in: 0...50,
      "what its loans cost over the policy rate",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "default_probability_annual",
      0.015,
      in: 0.0001...0.5,
      "PD at normal delinquency",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "loss_given_default",
      0.45,
      in: 0...1,
      "LGD",
      basis: "Basel II, foundation approach, senior unsecured"
    ),
    ParameterDeclaration(
      "asset_correlation",
      0.15,
      in: 0...0.95,
      "ρ, the weight of the month's common factor",
      basis: "model.md §8, row S27"
    ),
  ]
}
