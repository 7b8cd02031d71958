extension ForeignOfficial {
  static let reserves = [
    ParameterDeclaration(
      "defence_intensity",
      1,
      in: 0...100,
      "φ, how hard it defends",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "defence_usd_per_day",
      5e9,
      in: 0...1e12,
      "what it sells a day for a fall of one standard deviation",
      basis: "model.md §3.21"
    ),
    ParameterDeclaration(
      "trigger_deviations",
      2,
      in: 0...20,
      "the fall of five days at which it begins, standard deviations",
      basis: "model.md §3.21"
    ),
    ParameterDeclaration(
      "gold_share_per_month",
      0.001,
      in: 0...1,
      "the share of reserves moved from coupons to gold",
      basis: "model.md §3.21"
    ),
    ParameterDeclaration(
      "gold_share_fiscal_per_month",
      0.001,
      in: 0...1,
      "what is added under fiscal dominance",
      basis: "model.md §3.21"
    ),
    ParameterDeclaration(
      "fiscal_dominance_threshold",
      1,
      in: -10...10,
      "the index above which it is",
      basis: "model.md §3.21"
    ),
  ]
}
