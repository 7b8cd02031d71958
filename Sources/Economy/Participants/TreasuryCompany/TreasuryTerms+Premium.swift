extension TreasuryTerms {
  /// How the premium of the shares over net assets moves.
  static let premiumParameters = [
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
}
