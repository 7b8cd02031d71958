extension TreasuryTerms {
  /// When it issues shares and convertibles, and when it buys shares back.
  static let issuanceParameters = [
    ParameterDeclaration(
      "issue_threshold_ratio",
      1.1,
      in: 0...10,
      "m_issue, enterprise multiple above which it issues",
      basis: "model.md §3.7"
    ),
    ParameterDeclaration(
      "issue_ramp_ratio",
      0.5,
      in: 0.01...10,
      "distance above it at which it issues all it can",
      basis: "model.md §3.7"
    ),
    ParameterDeclaration(
      "issue_volume_share",
      0.1,
      in: 0...1,
      "most that it issues over the volume of its shares",
      basis: "model.md §3.7"
    ),
    ParameterDeclaration(
      "issue_share_max",
      1,
      in: 0...1,
      "u_max, part of that limit it uses",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "issue_below_one_share",
      0,
      in: 0...1,
      "part of the limit it uses whatever the multiple; above zero, it issues below one",
      basis: "S3.M07"
    ),
    ParameterDeclaration(
      "convertible_threshold_ratio",
      1.2,
      in: 0...10,
      "enterprise multiple above which it issues convertibles",
      basis: "model.md §3.7"
    ),
    ParameterDeclaration(
      "convertible_volatility_min_per_year",
      0.5,
      in: 0...10,
      "share volatility above which buyers of volatility finance it",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "convertible_size_share",
      0.02,
      in: 0...1,
      "face of an issue over the value of the shares",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "convertible_premium_min_ratio",
      0.25,
      in: 0...5,
      "least conversion premium at which a bond without coupon is worth its face",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "convertible_maturity_years",
      5,
      in: 0.25...30,
      "term of a new issue",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "credit_spread_per_year",
      0.03,
      in: 0...1,
      "its credit spread",
      basis: "model.md S40"
    ),
    ParameterDeclaration(
      "risk_free_rate_per_year",
      0.04,
      in: 0...1,
      "rate of the lattice",
      basis: "model.md S40"
    ),
    ParameterDeclaration(
      "buyback_threshold_ratio",
      0.8,
      in: 0...10,
      "net multiple below which it buys shares back",
      basis: "model.md §3.7"
    ),
    ParameterDeclaration(
      "buyback_reserve_years",
      2,
      in: 0...20,
      "years of fixed charges that it keeps in cash then",
      basis: "model.md §3.7"
    ),
  ]
}
