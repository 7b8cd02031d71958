import Economy
import Statistics

/// Contagion through prices: rows S35, S36 and S37.
enum ContagionTopics {
  static let all: [Topic] = [contWagalath, greenwoodLandierThesmar, contSchaanning]

  private static let contWagalath = Topic("cont_wagalath_variance") {
    (inputs, seed) throws(VectorError) in
    let gain = try inputs.nonnegative("feedback_gain")
    let ratio: Double
    switch try inputs.word("task") {
    case "closed_form":
      ratio = ContWagalathFund.varianceRatio(gain: gain)
    case "simulation":
      let volatility = try inputs.positive("volatility")
      let fund = try model { () throws(ModelError) in
        try ContWagalathFund(gain: gain, volatility: volatility)
      }
      let result = fund.simulationAtInitialPrices(
        horizonYears: try inputs.positive("horizon_years"),
        steps: try inputs.count("steps"),
        paths: try inputs.count("paths"),
        seed: seed
      )
      ratio = result.realised[0, 0] / fund.covariance[0, 0]
    case let task: throw .unsupported(what: "cont_wagalath_variance task \(task)")
    }
    return [VectorValue.Field("variance_ratio", .number(ratio))]
  }

  private static let greenwoodLandierThesmar = Topic("greenwood_landier_thesmar") {
    (inputs) throws(VectorError) in
    let assets = try inputs.doubles("assets")
    let debt = try inputs.doubles("debt_to_equity")
    let weights = try inputs.matrix("weights")
    let impacts = try inputs.doubles("price_impact_per_usd")
    let shock = try inputs.doubles("shock_returns")
    let outcome = try model { () throws(ModelError) in
      let banks = try GreenwoodLandierThesmar(
        assets: assets,
        debtToEquity: debt,
        weights: weights,
        priceImpacts: impacts
      )
      return try banks.outcome(ofShock: shock)
    }
    return [
      VectorValue.Field("bank_returns", .numbers(outcome.bankReturns)),
      VectorValue.Field("net_purchases_usd", .numbers(outcome.netPurchases)),
      VectorValue.Field("second_round_returns", .numbers(outcome.secondRoundReturns)),
      VectorValue.Field("second_round_losses_usd", .numbers(outcome.secondRoundLosses)),
      VectorValue.Field("aggregate_vulnerability", .number(outcome.aggregateVulnerability)),
    ]
  }

  private static let contSchaanning = Topic("cont_schaanning") { (inputs) throws(VectorError) in
    let holdings = try inputs.matrix("holdings")
    let equity = try inputs.doubles("equity")
    let cash =
      try inputs.has("cash")
      ? inputs.doubles("cash") : [Double](repeating: 0, count: holdings.count)
    let maxLeverage = try inputs.double("max_leverage")
    let targetLeverage = try inputs.double("target_leverage")
    let depth = try inputs.doubles("depth")
    let floor = try inputs.double("price_floor_ratio")
    let shock = try inputs.doubles("shock_losses")
    let outcome = try model { () throws(ModelError) in
      let banks = try ContSchaanningFireSale(
        holdings: holdings,
        equity: equity,
        cash: cash,
        maxLeverage: maxLeverage,
        targetLeverage: targetLeverage,
        depth: depth,
        priceFloorRatio: floor
      )
      return try banks.outcome(ofShock: shock)
    }
    return [
      VectorValue.Field("price_factors", .numbers(outcome.priceFactors)),
      VectorValue.Field("equity", .numbers(outcome.equity)),
      VectorValue.Field("sold", .numbers(outcome.sold)),
      VectorValue.Field("rounds", .integer(Int64(outcome.rounds))),
      VectorValue.Field("sales_by_round", .numbers(outcome.salesByRound)),
    ]
  }

  /// Runs a published model; what it refuses, the vector refuses.
  static func model<Result>(
    _ body: () throws(ModelError) -> Result
  ) throws(VectorError) -> Result {
    do throws(ModelError) {
      return try body()
    } catch {
      throw .refused(reason: error.description)
    }
  }
}
