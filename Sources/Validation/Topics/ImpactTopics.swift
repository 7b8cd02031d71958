import Exchange

/// Impact, execution schedules and parity in closed form.
enum ImpactTopics {
  static let all: [Topic] = [
    impactExponent, propagator, obizhaevaWang, almgrenChriss, perpetualParity, transientMultiplier,
  ]

  private static let impactExponent = Topic("impact_exponent") { (inputs) throws(VectorError) in
    let volume = try inputs.positive("daily_volume_usd")
    let parameters = SquareRootParameters(
      prefactor: try inputs.positive("impact_prefactor"),
      dailyVolatility: try inputs.positive("daily_volatility"),
      dailyVolume: volume,
      regulariser: try inputs.positive("regulariser_usd")
    )
    let shares = try inputs.doubles("order_sizes_over_daily_volume")
    guard shares.count >= 2, shares.allSatisfy({ $0 > 0 }), Set(shares).count >= 2 else {
      throw inputs.invalid(
        "order_sizes_over_daily_volume",
        .numbers(shares),
        "two or more distinct positive sizes"
      )
    }
    let exponent = ImpactExponent.exponent(
      of: parameters,
      depthMultiplier: try inputs.positive("depth_multiplier"),
      sizes: shares.map { $0 * volume }
    )
    return [VectorValue.Field("exponent", .number(exponent))]
  }

  private static let propagator = Topic("propagator") { (inputs) throws(VectorError) in
    let impact = PropagatorRelaxation.relativeImpact(
      timeRatio: try inputs.nonnegative("time_ratio"),
      decayExponent: try inputs.double("decay_exponent", within: 0..<1, "a number in 0 ..< 1")
    )
    return [VectorValue.Field("relative_impact", .number(impact))]
  }

  private static let obizhaevaWang = Topic("obizhaeva_wang") { (inputs) throws(VectorError) in
    let depth = try inputs.positive("block_depth")
    let execution = ObizhaevaWang(
      totalSize: try inputs.double("total_size"),
      blockDepth: depth,
      permanentImpact: try inputs.double(
        "permanent_impact",
        within: 0...(1 / depth),
        "a number in 0 ... 1/block_depth"
      ),
      resilience: try inputs.nonnegative("resilience"),
      horizon: try inputs.nonnegative("horizon")
    )
    return [
      VectorValue.Field("initial_trade", .number(execution.initialTrade)),
      VectorValue.Field("trading_rate", .number(execution.tradingRate)),
      VectorValue.Field("final_trade", .number(execution.finalTrade)),
      VectorValue.Field("cost", .number(execution.cost)),
    ]
  }

  private static let almgrenChriss = Topic("almgren_chriss") { (inputs) throws(VectorError) in
    let days = try inputs.positive("horizon_days")
    let periods = try inputs.count("periods")
    let permanent = try inputs.double("permanent_impact")
    let schedule = AlmgrenChriss(
      shares: try inputs.double("shares"),
      horizonDays: days,
      periods: periods,
      volatility: try inputs.nonnegative("volatility_usd_per_sqrt_day"),
      temporaryImpact: try inputs.double(
        "temporary_impact",
        within: (0.5 * permanent * days / Double(periods)).nextUp...,
        "more than half the permanent impact of one period"
      ),
      permanentImpact: permanent,
      riskAversion: try inputs.nonnegative("risk_aversion")
    )
    return [
      VectorValue.Field("holdings", .numbers(schedule.holdings)),
      VectorValue.Field("urgency_per_day", .number(schedule.urgencyPerDay)),
    ]
  }

  private static let perpetualParity = Topic("perpetual_parity") { (inputs) throws(VectorError) in
    let (interest, yield) = (try inputs.double("interest_rate"), try inputs.double("asset_yield"))
    let parity = PerpetualParity(
      interestRate: interest,
      assetYield: yield,
      premiumFundingRate: try inputs.double(
        "premium_funding_rate_per_year",
        within: max(interest - yield, 0).nextUp...,
        "a positive rate above interest_rate − asset_yield"
      )
    )
    return [
      VectorValue.Field("price_ratio", .number(parity.priceRatio)),
      VectorValue.Field("annual_funding_rate", .number(parity.annualFundingRate)),
    ]
  }

  private static let transientMultiplier = Topic("transient_multiplier") {
    (inputs) throws(VectorError) in
    let multiplier = TransientMultiplier.multiplier(
      gain: try inputs.double("gain", within: ..<1, "a gain below 1"),
      resilienceTimesDuration: try inputs.nonnegative("resilience_times_duration")
    )
    return [VectorValue.Field("multiplier", .number(multiplier))]
  }
}
