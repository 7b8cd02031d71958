extension InstitutionalAllocator {
  static let parameters = [
    ParameterDeclaration(
      "strategic_weight",
      0,
      in: 0...1,
      "w*, the share of its assets meant for crypto; 0 stands for what it opens with",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "band_share",
      0.25,
      in: 0...1,
      "how far a weight may drift, a share of w*, before month-end trades bring it to the edge",
      basis: "model.md §3.2"
    ),
    ParameterDeclaration(
      "execution_sessions",
      5,
      in: 1...60,
      "sessions over which a rebalancing is traded",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "momentum_per_day",
      0,
      in: 0...1,
      "β_r, the share of its crypto bought a day per unit of the past return",
      basis: "model.md §3.2"
    ),
    ParameterDeclaration(
      "momentum_days",
      60,
      in: 1...365,
      "days of the past return",
      basis: "model.md §3.2"
    ),
    ParameterDeclaration(
      "drawdown_limit",
      0.2,
      in: 0...1,
      "the fall from the quarter's high beyond which the mandate forbids to hold",
      basis: "S0.F55: a claim, not a general rule"
    ),
    ParameterDeclaration(
      "mandate_share",
      0.3,
      in: 0...1,
      "the share of its crypto under that mandate",
      basis: "model.md §3.2"
    ),
    ParameterDeclaration(
      "floor_share",
      0.25,
      in: 0...1,
      "what the mandate leaves, a share of w*",
      basis: "model.md §3.2"
    ),
    ParameterDeclaration(
      "cut_sessions",
      10,
      in: 1...250,
      "h_m, sessions within which the mandate is met",
      basis: "model.md §3.2"
    ),
    ParameterDeclaration(
      "opening_quarter_high_ratio",
      1,
      in: 1...10,
      "the quarter's high before the opening over the opening price",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "liquidity_min",
      0.05,
      in: 0...1,
      "ℓ_min, the least share of money and bills",
      basis: "model.md §3.2"
    ),
    ParameterDeclaration(
      "own_funds_share",
      1,
      in: 0...1,
      "own funds at the opening over assets; members have a fixed claim on the rest",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "crypto_charge",
      1,
      in: 0...1,
      "capital per dollar of crypto",
      basis: "model.md §3.2"
    ),
    ParameterDeclaration(
      "equity_charge",
      0.39,
      in: 0...1,
      "capital per dollar of other market assets",
      basis: "model.md §3.2"
    ),
    ParameterDeclaration(
      "reserve_charge",
      0.05,
      in: 0...1,
      "capital per dollar of bonds and bills",
      basis: "model.md §3.2"
    ),
    ParameterDeclaration(
      "hack_sale_usd_per_usd",
      0.3,
      in: 0...100,
      "β_h, crypto sold per dollar stolen from an exchange that it watches",
      basis: "model.md §3.3"
    ),
    ParameterDeclaration(
      "hack_sale_sessions",
      5,
      in: 1...60,
      "sessions over which it sells",
      basis: "model.md §3.3"
    ),
  ]
}
