import Exchange
import Statistics

/// Quotes, queues and auctions in closed form.
enum MicrostructureTopics {
  static let all: [Topic] = [kyle, queue, garman, avellanedaStoikov]

  private static let kyle = Topic("kyle_auction") { (inputs) throws(VectorError) in
    let (auctions, value, noise) = (
      try inputs.count("auctions"), try inputs.positive("value_sd"), try inputs.positive("noise_sd")
    )
    let equilibrium: KyleAuction
    do throws(StatisticsError) {
      equilibrium = try KyleAuction(
        auctions: auctions,
        valueDeviation: value,
        noiseDeviation: noise
      )
    } catch {
      throw .refused(reason: error.description)
    }
    return [
      VectorValue.Field("price_impact", .numbers(equilibrium.priceImpact)),
      VectorValue.Field("trading_intensity", .numbers(equilibrium.tradingIntensity)),
      VectorValue.Field("posterior_variance", .numbers(equilibrium.posteriorVariance)),
    ]
  }

  private static let queue = Topic("queue_up_probability") { (inputs) throws(VectorError) in
    let probability = QueueUpProbability.probability(
      bidQueue: try inputs.count("bid_queue"),
      askQueue: try inputs.count("ask_queue")
    )
    return [VectorValue.Field("probability_up", .number(probability))]
  }

  private static let garman = Topic("garman_ruin") { (inputs) throws(VectorError) in
    let probability = GarmanRuin.probability(
      initialInventory: try inputs.nonnegative("initial_inventory"),
      inflowRate: try inputs.nonnegative("inflow_rate"),
      outflowRate: try inputs.nonnegative("outflow_rate")
    )
    return [VectorValue.Field("ruin_probability", .number(probability))]
  }

  private static let avellanedaStoikov = Topic("avellaneda_stoikov") {
    (inputs) throws(VectorError) in
    let quotes = AvellanedaStoikov(
      midPrice: try inputs.double("mid_price"),
      inventory: try inputs.double("inventory"),
      riskAversion: try inputs.nonnegative("risk_aversion"),
      volatility: try inputs.nonnegative("volatility"),
      timeLeft: try inputs.nonnegative("time_left"),
      arrivalDecay: try inputs.positive("arrival_decay")
    )
    return [
      VectorValue.Field("reservation_price", .number(quotes.reservationPrice)),
      VectorValue.Field("total_spread", .number(quotes.totalSpread)),
    ]
  }
}
