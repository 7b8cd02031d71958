import Economy

/// The exchange rate in a credible band: row S24.
enum CurrencyBandTopics {
  static let all: [Topic] = [krugman]

  private static let krugman = Topic("krugman_target_zone") { (inputs) throws(VectorError) in
    let fundamental = try inputs.double("fundamental")
    let halfWidth = try inputs.double("band_half_width")
    let elasticity = try inputs.double("semi_elasticity")
    let volatility = try inputs.double("volatility")
    let parity = try inputs.double("central_parity", default: 0)
    let (root, rate, slope) = try ContagionTopics.model {
      () throws(ModelError) -> (Double, Double, Double) in
      let zone = try KrugmanTargetZone(
        halfWidth: halfWidth,
        semiElasticity: elasticity,
        volatility: volatility,
        centralParity: parity
      )
      return (
        zone.root, try zone.logRate(atFundamental: fundamental),
        try zone.slope(atFundamental: fundamental)
      )
    }
    return [
      VectorValue.Field("log_exchange_rate", .number(rate)),
      VectorValue.Field("root", .number(root)),
      VectorValue.Field("slope", .number(slope)),
    ]
  }
}
