extension TreasuryTerms {
  /// The numbers that a scenario may give a treasury company.
  static let parameters: [ParameterDeclaration] =
    capital + premium + issuance + limits

  private static let capital = [
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

  private static let premium = [
    ParameterDeclaration(
      "premium_opening_ratio",
      1.0,
      in: 0.05...20,
      "m at the opening: value of the shares over net assets",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "premium_reversion_per_day",
      0.05,
      in: 0...1,
      "κ_m, pull of ln m to its rest",
      basis: "model.md §3.7"
    ),
    ParameterDeclaration(
      "premium_issuance_drag",
      0.5,
      in: 0...10,
      "ι, fall of ln m for issued shares over all",
      basis: "model.md §3.7"
    ),
    ParameterDeclaration(
      "premium_volatility_per_day",
      0.02,
      in: 0...0.5,
      "σ_m, shocks of ln m",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "premium_slope_of_volatility",
      0.5,
      in: 0...10,
      "a_m, rest of m for coin volatility a year above 0.3",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "premium_slope_of_momentum",
      0.5,
      in: 0...10,
      "b_m, rest of m for the coin's log return of 60 days",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "premium_of_scarcity_ratio",
      0,
      in: 0...10,
      "c_m, added to the rest of m of the only name a lender finances",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "equity_floor_share",
      0.02,
      in: 0.000_1...1,
      "least value of the shares at m = 1 over the coins: limited liability",
      basis: "assumption"
    ),
  ]

  private static let issuance = [
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

  private static let limits = [
    ParameterDeclaration(
      "loan_to_value_max",
      0.65,
      in: 0.01...1,
      "loan over coins at which the lender calls",
      basis: "model.md §3.7"
    ),
    ParameterDeclaration(
      "loan_to_value_target",
      0.5,
      in: 0...1,
      "what it sells coins down to then",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "horizon_days",
      90,
      in: 1...3650,
      "H, how far ahead payments must be covered",
      basis: "model.md §3.7"
    ),
    ParameterDeclaration(
      "participation_share",
      0.05,
      in: 0.001...1,
      "η, most of the coin's volume that it buys",
      basis: "model.md §3"
    ),
    ParameterDeclaration(
      "forced_participation_share",
      0.2,
      in: 0.001...1,
      "η_f, most of the coin's volume that it sells by force",
      basis: "model.md §3"
    ),
  ]
}
