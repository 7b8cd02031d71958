extension ExitHazard {
  /// The numbers that a scenario may give a hazard.
  static let parameters = [
    ParameterDeclaration(
      "exit_hazard_per_day",
      0.000_2,
      in: 0...1,
      "h₀, daily hazard of leaving",
      basis: "model.md §3.11"
    ),
    ParameterDeclaration(
      "gain_weight",
      1,
      in: 0...10,
      "a_w, how gains raise the hazard",
      basis: "model.md §3.11"
    ),
    ParameterDeclaration(
      "belief_weight",
      1.5,
      in: 0...10,
      "b_w, how the belief in the regime raises it",
      basis: "model.md §3.11"
    ),
  ]

  /// The name that a scenario may give the shares of the correlation.
  static let riskMarketWord = WordDeclaration(
    "risk_market",
    "SPX shares",
    "the shares of the correlation; none for no belief"
  )

  /// The hazard of a participant's plan.
  init(_ setup: WorldSetup) {
    base = setup.number("exit_hazard_per_day")
    gainWeight = setup.number("gain_weight")
    beliefWeight = setup.number("belief_weight")
  }

  /// B of a coin beside the shares it is compared with; zero without shares.
  static func belief(_ view: ParticipantView, coin: MarketID, shares: MarketID?) -> Double {
    guard let shares else { return 0 }
    return belief(correlation: view.correlation(coin, shares, days: 60) ?? 0)
  }
}

extension WorldSetup {
  /// The market of the shares that holders compare their coin with; nil for no belief.
  func riskMarket() throws(WorldError) -> MarketID? {
    let name = word("risk_market")
    return name == "none" ? nil : try market(named: name)
  }
}
