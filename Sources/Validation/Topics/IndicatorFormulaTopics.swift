import Observatory
import Statistics

/// Formulas of single indicators: rows S30, S38, S39, S41, S45 and S47.
enum IndicatorFormulaTopics {
  static let all: [Topic] = [
    skew, concentration, openInterest, capScaled, squareRoot, bandPosition, gold, multiple,
    accretion,
    runway,
  ]

  private static let skew = Topic("sofr_skew") { (inputs) throws(VectorError) in
    let names = ["p01_pct", "p25_pct", "p50_pct", "p75_pct", "p99_pct"]
    var rates: [Double] = []
    for name in names {
      rates.append(
        try inputs.double(
          name,
          within: (rates.last ?? -.greatestFiniteMagnitude)...,
          "a rate not below the percentile before it"
        )
      )
    }
    let skew = FundingRateSkew(
      p01: rates[0],
      p25: rates[1],
      p50: rates[2],
      p75: rates[3],
      p99: rates[4]
    )
    return [
      VectorValue.Field("bowley", .optional(skew.bowley)),
      VectorValue.Field("kelly99", .optional(skew.kelly)),
      VectorValue.Field("tail_ratio", .optional(skew.tailRatio)),
      VectorValue.Field("right_tail_pp", .number(skew.rightTail)),
      VectorValue.Field("left_tail_pp", .number(skew.leftTail)),
      VectorValue.Field("interquartile_range_pp", .number(skew.interquartileRange)),
    ]
  }

  private static let concentration = Topic("flow_concentration") { (inputs) throws(VectorError) in
    let gross = FlowConcentration.grossOutflow(
      issuerOutflow: try inputs.nonnegative("issuer_outflow_usd"),
      share: try inputs.double(
        "issuer_share_of_gross",
        within: Double.leastNonzeroMagnitude...1,
        "a share above 0, at most 1"
      )
    )
    return [VectorValue.Field("gross_outflow_usd", .number(gross))]
  }

  private static let openInterest = Topic("open_interest_change") { (inputs) throws(VectorError) in
    let change = OpenInterestDestruction.change(
      before: try inputs.positive("before_usd"),
      after: try inputs.nonnegative("after_usd")
    )
    return [VectorValue.Field("change_fraction", .number(change))]
  }

  private static let capScaled = Topic("cap_scaled_impact") { (inputs) throws(VectorError) in
    let ratio = ScaledImpact.capitalisationRatio(
      purchases: (
        first: try inputs.nonnegative("purchase_1_usd"),
        second: try inputs.positive("purchase_2_usd")
      ),
      capitalisations: (
        first: try inputs.positive("market_cap_1"),
        second: try inputs.positive("market_cap_2")
      )
    )
    return [VectorValue.Field("ratio", .number(ratio))]
  }

  private static let squareRoot = Topic("sqrt_impact_ratio") { (inputs) throws(VectorError) in
    let ratio = ScaledImpact.squareRootRatio(
      purchases: (
        first: try inputs.nonnegative("purchase_1_usd"),
        second: try inputs.positive("purchase_2_usd")
      ),
      dailyVolumes: (
        first: try inputs.positive("daily_volume_1_usd"),
        second: try inputs.positive("daily_volume_2_usd")
      ),
      volatilities: (
        first: try inputs.nonnegative("volatility_1"),
        second: try inputs.positive("volatility_2")
      )
    )
    return [VectorValue.Field("ratio", .number(ratio))]
  }

  private static let bandPosition = Topic("hkd_band_position") { (inputs) throws(VectorError) in
    let strong = try inputs.positive("strong_edge")
    let position = ConvertibilityZone.position(
      spot: try inputs.positive("spot"),
      strongEdge: strong,
      weakEdge: try inputs.double("weak_edge", within: strong.nextUp..., "above strong_edge")
    )
    return [VectorValue.Field("position", .number(position))]
  }

  private static let gold = Topic("gold_revaluation") { (inputs) throws(VectorError) in
    let gain = GoldRevaluation.gain(
      ounces: try inputs.nonnegative("gold_million_ounces") * 1e6,
      marketPrice: try inputs.double("market_price_usd_per_ounce"),
      statutoryPrice: try inputs.double("statutory_price_usd_per_ounce")
    )
    return [VectorValue.Field("gain_billion_usd", .number(gain / 1e9))]
  }

  private static let multiple = Topic("mnav") { (inputs) throws(VectorError) in
    let multiple = TreasuryCompanyMultiple(
      marketCapitalisation: try inputs.nonnegative("market_cap_usd"),
      debt: try inputs.nonnegative("debt_usd"),
      preferred: try inputs.nonnegative("preferred_usd"),
      cash: try inputs.nonnegative("cash_usd"),
      coins: try inputs.positive("coins"),
      coinPrice: try inputs.positive("coin_price_usd")
    )
    return [
      VectorValue.Field("mnav_basic", .number(multiple.basic)),
      VectorValue.Field("mnav_ev", .number(multiple.enterprise)),
      VectorValue.Field("mnav_net", .optional(multiple.net)),
    ]
  }

  private static let accretion = Topic("atm_accretion") { (inputs) throws(VectorError) in
    let factor = TreasuryCompanyMultiple.accretionFactor(
      multiple: try inputs.nonnegative("mnav"),
      issuedShareFraction: try inputs.double(
        "issued_share_fraction",
        within: (-1.0).nextUp...,
        "a number above -1"
      ),
      feeFraction: try inputs.double("fee_fraction", default: 0)
    )
    return [VectorValue.Field("coins_per_share_factor", .number(factor))]
  }

  private static let runway = Topic("exchange_runway") { (inputs) throws(VectorError) in
    let runway = ExchangeRunway(
      reserve: try inputs.nonnegative("reserve_billion_usd"),
      loss: try inputs.nonnegative("loss_billion_usd"),
      monthlyIncome: try inputs.double("monthly_income_billion_usd"),
      monthlyCost: try inputs.double("monthly_cost_billion_usd"),
      stressedMonthlyOutflow: try inputs.nonnegative("stressed_monthly_outflow_billion_usd"),
      liquidAssets: try inputs.nonnegative("liquid_assets_billion_usd")
    )
    return [
      VectorValue.Field("hole_billion_usd", .number(runway.hole)),
      VectorValue.Field("months_to_heal", .optional(runway.monthsToHeal)),
      VectorValue.Field("months_of_liquidity", .optional(runway.monthsOfLiquidity)),
    ]
  }
}
