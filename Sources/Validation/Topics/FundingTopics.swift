import Economy

/// Closed forms of dollar funding and credit: rows S27, S31 and S32.
enum FundingTopics {
  static let all: [Topic] = [payAsBid, reserveDemand, vasicek]

  private static let payAsBid = Topic("pay_as_bid_percentiles") { (inputs) throws(VectorError) in
    let low = try inputs.double("rate_low")
    let auction = PayAsBidAuction(
      rateLow: low,
      rateHigh: try inputs.double("rate_high", within: low..., "a rate not below rate_low"),
      demand: try inputs.nonnegative("cash_demand"),
      supply: try inputs.positive("cash_supply")
    )
    var rates: [Double] = []
    for percentile in try inputs.doubles("percentiles") {
      guard (0...100).contains(percentile) else {
        throw inputs.invalid("percentiles", .number(percentile), "numbers in 0 ... 100")
      }
      rates.append(auction.rate(at: percentile / 100))
    }
    return [
      VectorValue.Field("rates", .numbers(rates)),
      VectorValue.Field("uniform_price_rate", .number(auction.uniformPrice)),
    ]
  }

  private static let reserveDemand = Topic("reserve_demand_curve") {
    (inputs) throws(VectorError) in
    let demand = ReserveDemand()
    let curve = ReserveDemand(
      spreadFloor: try inputs.double("spread_floor_pct", default: demand.spreadFloor),
      slope: inputs.has("slope_pct_per_unit")
        ? try inputs.nonnegative("slope_pct_per_unit") : demand.slope,
      satiationRatio: try inputs.double("satiation_ratio", default: demand.satiationRatio),
      transitionWidth: inputs.has("transition_width")
        ? try inputs.positive("transition_width") : demand.transitionWidth
    )
    let ratio = try inputs.double("reserve_ratio")
    return [VectorValue.Field("spread_pct", .number(curve.spread(at: ratio)))]
  }

  private static let vasicek = Topic("vasicek_loss") { (inputs) throws(VectorError) in
    let probability = try inputs.double("default_probability")
    let correlation = try inputs.double("asset_correlation")
    let portfolio = try ContagionTopics.model { () throws(ModelError) in
      try VasicekPortfolio(defaultProbability: probability, assetCorrelation: correlation)
    }
    let quantile = try inputs.double(
      "quantile",
      within: Double.leastNonzeroMagnitude..<1,
      "a probability between 0 and 1"
    )
    return [VectorValue.Field("loss_quantile", .number(portfolio.quantile(quantile)))]
  }
}
