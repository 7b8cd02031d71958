extension Treasury {
  static let parameters = [
    ParameterDeclaration(
      "deficit_usd_per_month",
      158e9,
      in: -1e12...1e12,
      "the mean deficit",
      basis: "model.md §3.20"
    ),
    ParameterDeclaration(
      "coupon_rate_percent",
      3.4,
      in: 0...25,
      "what coupons pay a year, out of the deficit",
      basis: "assumption: near the mean of the marketable debt in 2025"
    ),
    ParameterDeclaration(
      "season_scale",
      1,
      in: 0...5,
      "how much of the seasons there is",
      basis: "model.md §3.20"
    ),
    ParameterDeclaration(
      "cash_target_usd",
      850e9,
      in: 0...5e12,
      "TGA*, the account it wants",
      basis: "model.md §3.20"
    ),
    ParameterDeclaration(
      "bill_share_target",
      0.22,
      in: 0...1,
      "β_b, the share of bills in the debt that it wants",
      basis: "model.md §3.20"
    ),
    ParameterDeclaration(
      "bill_share_speed_per_month",
      0.1,
      in: 0...1,
      "how much of the gap to it closes in a month",
      basis: "model.md §3.20"
    ),
    ParameterDeclaration(
      "buyback_usd_per_month",
      15e9,
      in: 0...1e12,
      "the most debt bought back",
      basis: "model.md §3.20"
    ),
  ]
}
