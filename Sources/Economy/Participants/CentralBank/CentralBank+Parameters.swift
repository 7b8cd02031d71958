extension CentralBank {
  static let rates = [
    ParameterDeclaration(
      "rate_lower_percent",
      3.75,
      in: 0...25,
      "the lower end of the range at the opening",
      basis: "model.md §3.19"
    ),
    ParameterDeclaration(
      "range_width_percent",
      0.25,
      in: 0.01...5,
      "the width of the range",
      basis: "model.md §3.19"
    ),
    ParameterDeclaration(
      "interest_on_reserves_percent",
      0.15,
      in: 0...5,
      "IORB above the lower end",
      basis: "model.md §3.19"
    ),
    ParameterDeclaration(
      "reserve_spread_floor_percent",
      -0.07,
      in: -5...5,
      "s0, EFFR less IORB while reserves are abundant",
      basis: "model.md §4.2"
    ),
    ParameterDeclaration(
      "rate_smoothing_share",
      0.85,
      in: 0...1,
      "the weight of the last rate in a month",
      basis: "model.md §3.19"
    ),
    ParameterDeclaration(
      "neutral_rate_percent",
      1,
      in: -5...10,
      "r*, real",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "inflation_target_percent",
      2,
      in: -5...20,
      "π*",
      basis: "the Federal Reserve's longer-run goal"
    ),
    ParameterDeclaration(
      "inflation_weight",
      0.5,
      in: 0...5,
      "the weight of inflation above target",
      basis: "Taylor (1993)"
    ),
    ParameterDeclaration(
      "gap_weight",
      0.5,
      in: 0...5,
      "the weight of the output gap",
      basis: "Taylor (1993)"
    ),
  ]

  static let securities = [
    ParameterDeclaration(
      "runoff_usd_per_month",
      5e9,
      in: 0...1e12,
      "coupons given back under runoff",
      basis: "the cap from April 2025"
    ),
    ParameterDeclaration(
      "reserve_purchases_usd_per_month",
      40e9,
      in: 0...1e12,
      "bills bought to keep reserves ample",
      basis: "model.md §3.19, from 12 December 2025"
    ),
    ParameterDeclaration(
      "easing_usd_per_month",
      80e9,
      in: 0...5e12,
      "coupons bought under easing",
      basis: "assumption: the pace of 2020 to 2021"
    ),
    ParameterDeclaration(
      "reserve_ratio_min",
      0.125,
      in: 0...1,
      "reserves over bank assets below which bills are bought",
      basis: "model.md §3.19"
    ),
    ParameterDeclaration(
      "spread_trigger_percent",
      -0.02,
      in: -5...5,
      "EFFR less IORB above which bills are bought, mean of twenty days",
      basis: "model.md §3.19"
    ),
    ParameterDeclaration(
      "disorder_fall_fraction",
      0.03,
      in: 0.001...0.9,
      "a fall of coupons in five days after which they are bought for a month",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "deferred_asset_usd",
      0,
      in: 0...1e13,
      "losses of before the opening that are made good before anything is remitted",
      basis: "assumption: model.md §3.28 lists none"
    ),
  ]
}
