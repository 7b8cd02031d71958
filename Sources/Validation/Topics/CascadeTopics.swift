import Exchange
import Statistics

/// Cascades through a book: fixed points, critical shocks, branching.
enum CascadeTopics {
  static let all: [Topic] = [
    linearCascade, gaussianBookCascade, criticalShock, borelTotalProgeny, branchingCascade,
    liquidationDensity, multiAssetMultiplier, regularisedSquareRootCascade,
  ]

  /// Runs an engine call and turns its refusal into the vector's.
  static func engine<Result>(
    _ call: () throws(CascadeError) -> Result
  ) throws(VectorError) -> Result {
    do throws(CascadeError) {
      return try call()
    } catch {
      throw .refused(reason: error.description)
    }
  }

  /// A number, or null where the engine leaves it undefined or it is not finite.
  static func value(_ number: Double?) -> VectorValue {
    guard let number, number.isFinite else { return .null }
    return .number(number)
  }

  private static let linearCascade = Topic("linear_cascade") { (inputs) throws(VectorError) in
    let price = try inputs.double("price_usd")
    let impact = try inputs.double("impact_usd_per_coin")
    let density = try inputs.double("density_coin_per_usd")
    let bookSize = try inputs.optionalDouble("book_size_coin")
    let sale = try inputs.double("exogenous_sale_coin")
    let news = try inputs.double("news_drop_usd", default: 0)
    let cascade = try engine { () throws(CascadeError) in
      try LinearCascade(
        impact: impact,
        density: density,
        bookSize: bookSize,
        exogenousSale: sale,
        newsDrop: news
      )
    }
    return [
      VectorValue.Field("gain", .number(cascade.gain)),
      VectorValue.Field("multiplier", value(cascade.multiplier)),
      VectorValue.Field("price_drop_usd", value(cascade.priceDrop)),
      VectorValue.Field("liquidated_coin", value(cascade.liquidated)),
      VectorValue.Field("liquidation_ratio", value(cascade.liquidationRatio)),
      VectorValue.Field("total_sales_ratio", value(cascade.totalSalesRatio)),
      VectorValue.Field("final_price_usd", value(price - cascade.priceDrop)),
    ]
  }

  private static func gaussianBook(_ inputs: VectorInputs) throws(VectorError) -> GaussianBook {
    var bumps: [GaussianBook.Bump] = []
    for map in try inputs.maps("book") {
      bumps.append(
        GaussianBook.Bump(
          size: try map.double("size_coin"),
          mean: try map.double("mean_usd"),
          standardDeviation: try map.double("sd_usd")
        )
      )
    }
    let price = try inputs.double("price_usd")
    return try engine { () throws(CascadeError) in
      try GaussianBook(bumps: bumps, openingPrice: price)
    }
  }

  private static func impact(_ inputs: VectorInputs) throws(VectorError) -> Double {
    let impact = try inputs.double("impact_usd_per_coin")
    guard impact >= 0, impact.isFinite else {
      throw inputs.invalid("impact_usd_per_coin", .number(impact), "a number, at least 0")
    }
    return impact
  }

  private static let gaussianBookCascade = Topic("gaussian_book_cascade") {
    (inputs) throws(VectorError) in
    let book = try gaussianBook(inputs)
    let impact = try impact(inputs)
    let shock =
      impact * (try inputs.double("exogenous_sale_coin", default: 0))
      + (try inputs.double("news_drop_usd", default: 0))
    let end = book.greatestFixedPoint(impact: impact, shock: shock)
    return [
      VectorValue.Field("final_price_usd", .number(end.price)),
      VectorValue.Field("liquidated_coin", .number(end.liquidated)),
    ]
  }

  private static let criticalShock = Topic("critical_shock") { (inputs) throws(VectorError) in
    let book = try gaussianBook(inputs)
    let impact = try impact(inputs)
    let below = try inputs.double("fraction_below")
    let above = try inputs.double("fraction_above")
    let critical = book.criticalShock(impact: impact)
    func end(_ fraction: Double) -> Double? {
      critical.map { book.greatestFixedPoint(impact: impact, shock: fraction * $0.shock).price }
    }
    return [
      VectorValue.Field("critical_shock_usd", value(critical?.shock)),
      VectorValue.Field("price_at_critical_usd", value(critical?.price)),
      VectorValue.Field("final_price_below_usd", value(end(below))),
      VectorValue.Field("final_price_above_usd", value(end(above))),
    ]
  }

  private static let borelTotalProgeny = Topic("borel_total_progeny") {
    (inputs) throws(VectorError) in
    let gain = try inputs.double("gain")
    guard gain >= 0, gain < 1 else {
      throw inputs.invalid("gain", .number(gain), "a number in 0 ..< 1")
    }
    let distribution = BorelDistribution(gain: gain)
    var probabilities: [Double] = []
    for size in try inputs.doubles("sizes") {
      guard let whole = Int(exactly: size) else {
        throw inputs.invalid("sizes", .number(size), "whole numbers")
      }
      probabilities.append(distribution.probability(of: whole))
    }
    return [
      VectorValue.Field("probabilities", .numbers(probabilities)),
      VectorValue.Field("mean", .number(distribution.mean)),
      VectorValue.Field("variance", .number(distribution.variance)),
    ]
  }

  private static let branchingCascade = Topic(
    "branching_cascade",
    seeded: { (inputs, seed) throws(VectorError) in
      let impact = try inputs.double("impact_usd_per_coin")
      let density = try inputs.double("density_coin_per_usd")
      let positionSize = try inputs.double("position_size_coin")
      let initialSale = try inputs.double("initial_sale_coin")
      let count = try inputs.integer("cascades")
      guard count >= 2, count <= 1_000_000_000 else {
        throw inputs.invalid("cascades", .integer(count), "from 2 to 1 000 000 000")
      }
      let cascade = try engine { () throws(CascadeError) in
        try BranchingCascade(
          impact: impact,
          density: density,
          positionSize: positionSize,
          initialSale: initialSale
        )
      }
      var stream = Stream(seed: seed, run: 0, purpose: .branchingCascade)
      let moments = cascade.moments(count: Int(count), using: &stream)
      return [
        VectorValue.Field("mean_size", .number(moments.mean)),
        VectorValue.Field("variance_size", .number(moments.variance)),
      ]
    }
  )

  private static let liquidationDensity = Topic("liquidation_density") {
    (inputs) throws(VectorError) in
    let price = try inputs.double("price_usd")
    guard price > 0 else { throw inputs.invalid("price_usd", .number(price), "a positive price") }
    let openInterest = try inputs.double("open_interest_coin")
    let medianEntry = try inputs.double("median_entry_usd")
    let deviation = try inputs.double("entry_log_sd")
    let leverages = try inputs.doubles("leverages")
    let weights = try inputs.doubles("weights")
    let rate = try inputs.double("mmr")
    let density = try engine { () throws(CascadeError) in
      try LiquidationDensity(
        openInterest: openInterest,
        medianEntry: medianEntry,
        entryLogDeviation: deviation,
        leverages: leverages,
        weights: weights,
        maintenanceRate: rate
      )
    }
    return [VectorValue.Field("density_coin_per_usd", .number(density.density(at: price)))]
  }

  private static let multiAssetMultiplier = Topic("multi_asset_multiplier") {
    (inputs) throws(VectorError) in
    let rows = try inputs.matrix("gain_matrix")
    let shock = try inputs.doubles("shock")
    return try engine { () throws(CascadeError) in
      let matrix = try GainMatrix(rows)
      return [
        VectorValue.Field("amplified", .numbers(try matrix.amplified(shock))),
        VectorValue.Field("spectral_radius", .number(try matrix.spectralRadius())),
      ]
    }
  }

  private static let regularisedSquareRootCascade = Topic("regularised_sqrt_cascade") {
    (inputs) throws(VectorError) in
    let sale = try inputs.double("exogenous_sale_usd")
    guard sale >= 0 else {
      throw inputs.invalid("exogenous_sale_usd", .number(sale), "a number, at least 0")
    }
    let volume = try inputs.double("daily_volume_usd")
    let depth = try inputs.double("depth_multiplier", default: 1)
    guard volume > 0, depth > 0 else {
      throw inputs.invalid("daily_volume_usd", .number(volume), "positive volume and depth")
    }
    let parameters = SquareRootParameters(
      prefactor: try inputs.double("impact_prefactor"),
      dailyVolatility: try inputs.double("daily_volatility"),
      dailyVolume: volume
    )
    let regulariser = try inputs.double("regulariser_usd")
    let density = try inputs.double("density_usd_per_log")
    let cascade = try engine { () throws(CascadeError) in
      try RegularisedSquareRootCascade(
        impactScale: parameters.impactScale(depthMultiplier: depth),
        regulariser: regulariser,
        density: density
      )
    }
    return [VectorValue.Field("log_drop", .number(cascade.logDrop(sale: sale)))]
  }
}
