import Economy

/// Holders of coins: convertible bonds and the game of sovereigns, rows S40 and S46.
enum TreasuryTopics {
  static let all: [Topic] = [convertible, sovereignGame]

  private static let convertible = Topic("convertible_tf_lattice") {
    (inputs) throws(VectorError) in
    let sharePrice = try inputs.positive("share_price_usd")
    let shares = try inputs.double("shares_per_bond")
    let face = try inputs.double("face_usd")
    let coupon = try inputs.double("coupon_rate", default: 0)
    let rate = try inputs.double("risk_free_rate")
    let spread = try inputs.double("credit_spread")
    let dividend = try inputs.double("dividend_yield", default: 0)
    let volatility = try inputs.double("share_volatility")
    let maturity = try inputs.double("maturity_years")
    let steps = try inputs.count("steps")
    let bond = try ContagionTopics.model { () throws(ModelError) in
      try ConvertibleLattice(
        sharesPerBond: shares,
        face: face,
        couponRate: coupon,
        riskFreeRate: rate,
        creditSpread: spread,
        dividendYield: dividend,
        shareVolatility: volatility,
        maturityYears: maturity,
        steps: steps
      )
    }
    return [
      VectorValue.Field("price_usd", .number(bond.valuation(sharePrice: sharePrice).price)),
      VectorValue.Field("bond_floor_usd", .number(bond.bondFloor)),
    ]
  }

  private static let sovereignGame = Topic("sovereign_game") { (inputs) throws(VectorError) in
    let weights = try inputs.doubles("revaluation_weights")
    let values = try perPlayer("strategic_value", weights.count, inputs)
    let rivalries = try perPlayer("rivalry", weights.count, inputs)
    let impact = try inputs.double("price_impact")
    let size = try inputs.double("trade_size")
    let cost = try inputs.double("trading_cost")
    let game = try ContagionTopics.model { () throws(ModelError) in
      try SovereignGame(
        revaluationWeights: weights,
        strategicValues: values,
        rivalries: rivalries,
        priceImpact: impact,
        tradeSize: size,
        tradingCost: cost
      )
    }
    return [
      VectorValue.Field(
        "pure_equilibria",
        .list(game.pureEquilibria().map { .list($0.map { .word("\($0)") }) })
      ),
      VectorValue.Field(
        "payoffs_first_player",
        .list(game.payoffsOfFirstPlayer().map { .numbers($0) })
      ),
    ]
  }

  /// A number for all players, or a list of one for each.
  private static func perPlayer(
    _ name: String,
    _ count: Int,
    _ inputs: VectorInputs
  ) throws(VectorError) -> [Double] {
    if case .list = inputs.value[name] { return try inputs.doubles(name) }
    return [Double](repeating: try inputs.double(name), count: count)
  }
}
