extension RelativeValueFund {
  static let parameters = [
    ParameterDeclaration(
      "basis_bp",
      20,
      in: 0.1...1_000,
      "b₀, what the basis earns after repo at the opening",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "basis_slope_bp",
      40,
      in: 0...10_000,
      "how much wider the basis is without the funds",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "repo_spread_percent",
      0.05,
      in: 0...5,
      "what the dealer asks over SOFR",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "haircut_min",
      0.02,
      in: 0.001...0.9,
      "h_min",
      basis: "model.md §3.15: 0 to 2 %"
    ),
    ParameterDeclaration(
      "haircut_quantile",
      2.33,
      in: 0...10,
      "z, standard deviations of five days that the haircut covers",
      basis: "model.md §3.15"
    ),
    ParameterDeclaration(
      "future_margin_min",
      0.01,
      in: 0...0.9,
      "m_min, initial margin of its futures: m = max(m_min, z·σ)",
      basis: "assumption: one to two percent of a ten-year contract"
    ),
    ParameterDeclaration(
      "speed_per_day",
      0.05,
      in: 0...1,
      "how much of the distance to its target it trades in a day",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "cash_kept_usd",
      100e9,
      in: 0...1e12,
      "deposits that it wants",
      basis: "model.md §3.28"
    ),
  ]
}
