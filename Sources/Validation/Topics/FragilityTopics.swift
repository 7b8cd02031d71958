import Exchange

/// What a day's reported figures do and do not say about fragility.
enum FragilityTopics {
  static let all: [Topic] = [concaveCriticalLeverage, fragilityIdentification, fragilityRatio]

  private static let concaveCriticalLeverage = Topic("concave_critical_leverage") {
    (inputs) throws(VectorError) in
    let impact = try inputs.double("full_size_impact")
    guard impact > 0 else {
      throw inputs.invalid("full_size_impact", .number(impact), "a positive number")
    }
    let leverage = ConcaveCriticalLeverage.value(fullSizeImpact: impact)
    return [VectorValue.Field("critical_leverage", .number(leverage))]
  }

  private static let fragilityIdentification = Topic("fragility_identification") {
    (inputs) throws(VectorError) in
    let liquidations = try inputs.double("liquidations_usd")
    let sale = try inputs.double("exogenous_sale_usd")
    let drop = try inputs.double("price_drop_fraction")
    let gain = try inputs.double("gain")
    let locus = try CascadeTopics.engine { () throws(CascadeError) in
      try FragilityIdentification(
        liquidations: liquidations,
        exogenousSale: sale,
        dropFraction: drop
      )
    }
    return [
      VectorValue.Field("log_drop", .number(locus.logDrop)),
      VectorValue.Field("news_share", .number(locus.newsShare(gain: gain))),
      VectorValue.Field("multiplier", CascadeTopics.value(locus.multiplier(gain: gain))),
      VectorValue.Field("impact_log_per_billion_usd", .number(1e9 * locus.impact(gain: gain))),
    ]
  }

  private static let fragilityRatio = Topic("fragility_ratio") { (inputs) throws(VectorError) in
    let ratio = FragilityRatio(
      grossLiquidations: try inputs.double("gross_liquidations_usd"),
      netOutflow: try inputs.double("net_outflow_usd")
    )
    return [
      VectorValue.Field("ratio", CascadeTopics.value(ratio.value)),
      VectorValue.Field("implied_gain", CascadeTopics.value(ratio.impliedGain)),
      VectorValue.Field("implied_multiplier", CascadeTopics.value(ratio.impliedMultiplier)),
    ]
  }
}
