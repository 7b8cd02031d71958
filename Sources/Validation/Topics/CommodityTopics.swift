import Economy

/// Futures curves and storage: rows S25, S25b and S26.
enum CommodityTopics {
  static let all: [Topic] = [schwartzSmith, futuresCarry, deatonLaroque]

  private static let schwartzSmith = Topic("schwartz_smith") { (inputs) throws(VectorError) in
    let maturity = try inputs.nonnegative("maturity_years")
    let deviation = try inputs.double("short_term_deviation")
    let level = try inputs.double("long_term_log_level")
    let reversion = try inputs.double("mean_reversion")
    let short = try inputs.double("short_term_volatility")
    let long = try inputs.double("long_term_volatility")
    let correlation = try inputs.double("correlation")
    let premium = try inputs.double("short_term_risk_premium")
    let drift = try inputs.double("risk_neutral_drift")
    let curve = try ContagionTopics.model { () throws(ModelError) in
      try SchwartzSmith(
        meanReversion: reversion,
        shortTermVolatility: short,
        longTermVolatility: long,
        correlation: correlation,
        shortTermRiskPremium: premium,
        riskNeutralDrift: drift
      )
    }
    let price = curve.futuresPrice(
      maturityYears: maturity,
      shortTermDeviation: deviation,
      longTermLogLevel: level
    )
    return [
      VectorValue.Field("futures_price", .number(price)),
      VectorValue.Field(
        "futures_volatility",
        .number(curve.futuresVolatility(maturityYears: maturity))
      ),
    ]
  }

  private static let futuresCarry = Topic("futures_carry") { (inputs) throws(VectorError) in
    let spot = try inputs.double("spot_price")
    let maturity = try inputs.nonnegative("maturity_years")
    let interest = try inputs.double("interest_rate")
    let storage = try inputs.double("storage_cost_rate")
    let yield = try inputs.double("convenience_yield", default: 0)
    let carry = try ContagionTopics.model { () throws(ModelError) in
      try CostOfCarry(
        interestRate: interest,
        storageCostRate: storage,
        convenienceYield: yield
      )
    }
    return [
      VectorValue.Field(
        "futures_price",
        .number(carry.futuresPrice(spot: spot, maturityYears: maturity))
      ),
      VectorValue.Field("log_slope_per_year", .number(carry.logSlope)),
    ]
  }

  private static let deatonLaroque = Topic("deaton_laroque") { (inputs) throws(VectorError) in
    let amount = try inputs.nonnegative("amount_on_hand")
    let market = StorageMarket(
      interestRate: try inputs.double("interest_rate"),
      wastage: try inputs.double("wastage"),
      demandIntercept: try inputs.double("demand_intercept"),
      demandSlope: try inputs.double("demand_slope"),
      harvestMean: try inputs.double("harvest_mean"),
      harvestDeviation: try inputs.double("harvest_sd"),
      harvestCount: try inputs.count("harvest_nodes"),
      harvestFloor: try inputs.double("harvest_floor")
    )
    let grid = StorageGrid(
      points: try inputs.count("grid_points"),
      topOverMaxHarvest: try inputs.double("grid_top_over_max_harvest")
    )
    let storage = try ContagionTopics.model { () throws(ModelError) in
      try DeatonLaroque(market: market, grid: grid)
    }
    return [
      VectorValue.Field("price", .number(storage.price(atAmount: amount))),
      VectorValue.Field("storage_trigger_price", .number(storage.triggerPrice)),
    ]
  }
}
