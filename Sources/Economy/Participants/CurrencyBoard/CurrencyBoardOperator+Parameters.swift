extension CurrencyBoardOperator {
  static let parameters = band + interbank + zone

  private static let band = [
    ParameterDeclaration(
      "strong_edge_hkd_per_usd",
      7.75,
      in: 0.01...10_000,
      "rate at which the board sells its currency",
      basis: "model.md §3.25, S4.F16"
    ),
    ParameterDeclaration(
      "weak_edge_hkd_per_usd",
      7.85,
      in: 0.01...10_000,
      "rate at which it buys it",
      basis: "model.md §3.25, S4.F16"
    ),
    ParameterDeclaration(
      "aggregate_balance_hkd",
      45e9,
      in: 0...1e13,
      "what banks hold at the board at the opening",
      basis: "model.md §3.25: before the four triggers of May 2025"
    ),
  ]

  private static let interbank = [
    ParameterDeclaration(
      "discount_max_percent",
      4.35,
      in: 0...30,
      "s_max, the largest gap of HIBOR below the dollar rate",
      basis: "model.md §3.25: the dollar rate of May 2025"
    ),
    ParameterDeclaration(
      "free_balance_hkd_bn",
      44.376,
      in: 0...1e4,
      "AB₀, above which HIBOR falls",
      basis: "model.md §3.25: two observed days of May 2025"
    ),
    ParameterDeclaration(
      "balance_scale_hkd_bn",
      26.11,
      in: 0.001...1e4,
      "AB_s, over which the gap opens by 1 − 1/e",
      basis: "model.md §3.25: two observed days of May 2025"
    ),
    ParameterDeclaration(
      "tightness_premium_percent",
      0.5,
      in: 0...100,
      "s_tight, the premium without any balance",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "tightness_scale_hkd_bn",
      20,
      in: 0.001...1e4,
      "AB_t, over which that premium falls to 1/e",
      basis: "assumption"
    ),
  ]

  private static let zone = [
    ParameterDeclaration(
      "fundamental_volatility_annual",
      0.02,
      in: 0.000_1...1,
      "σ of what the rate would be without a band, for the published fundamental alone",
      basis: "assumption"
    )
  ]
}
