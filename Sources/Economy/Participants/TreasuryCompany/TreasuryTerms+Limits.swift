extension TreasuryTerms {
  /// Limits of the loan, of the horizon and of its share of the volume.
  static let limitParameters = [
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
