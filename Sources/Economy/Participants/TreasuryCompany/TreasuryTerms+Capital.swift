extension TreasuryTerms {
  /// Shares, debt, preferred shares, loan and costs at the opening.
  static let capitalParameters = [
    ParameterDeclaration(
      "shares_opening_count",
      1e8,
      in: 1...1e11,
      "shares at the opening",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "residual_holder_share",
      0.2,
      in: 0...1,
      "share of them with the residual provider, the rest with the owner",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "share_volume_usd_per_day",
      1e9,
      in: 1e3...1e12,
      "V_D of the shares",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "share_volatility_per_day",
      0.045,
      in: 0.001...1,
      "σ_D of the shares",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "debt_usd",
      0,
      in: 0...1e12,
      "face of the convertibles at the opening",
      basis: "model.md §3.7"
    ),
    ParameterDeclaration(
      "debt_due_days",
      730,
      in: 1...10_000,
      "days to their put or maturity",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "conversion_premium_ratio",
      1.35,
      in: 0.5...10,
      "conversion price over the opening share price",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "coupon_rate_per_year",
      0.005,
      in: 0...0.5,
      "coupon of the convertibles",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "preferred_usd",
      0,
      in: 0...1e12,
      "preferred shares at their preference",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "dividend_rate_per_year",
      0.09,
      in: 0...0.5,
      "their fixed dividend",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "loan_usd",
      0,
      in: 0...1e12,
      "loan against the coins",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "loan_rate_per_year",
      0.09,
      in: 0...1,
      "its interest",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "operating_cost_usd_per_year",
      0,
      in: 0...1e11,
      "costs of the firm",
      basis: "assumption"
    ),
  ]
}
