import Observatory
import Statistics

/// Volatility, stress and first passage: rows S29, S33, S42, S43 and S50.
enum IndicatorTopics {
  static let all: [Topic] =
    [realisedVolatility, standardError, ciss, absorber, firstPassage, growthRange]
    + IndicatorFormulaTopics.all

  private static let realisedVolatility = Topic("realised_volatility") {
    (inputs) throws(VectorError) in
    let closes = try inputs.doubles("daily_closes")
    let periods = try inputs.positive("periods_per_year")
    guard closes.count >= 2 else {
      throw inputs.invalid("daily_closes", .numbers(closes), "two or more closes")
    }
    do throws(StatisticsError) {
      let returns = try LogReturns.of(closes)
      let uncentred = try RealisedVolatility.uncentred(of: returns, periodsPerYear: periods)
      let centred =
        returns.count >= 2
        ? try RealisedVolatility.centred(of: returns, periodsPerYear: periods) : nil
      return [
        VectorValue.Field("realised_volatility", .number(uncentred)),
        VectorValue.Field("realised_volatility_centred", .optional(centred)),
      ]
    } catch {
      throw .refused(reason: error.description)
    }
  }

  private static let standardError = Topic("realised_volatility_standard_error") {
    (inputs) throws(VectorError) in
    let error = RealisedVolatility.relativeStandardError(
      observations: try inputs.count("observations", max: 1 << 40),
      excessKurtosis: try inputs.has("excess_kurtosis")
        ? inputs.double("excess_kurtosis", within: (-2)..., "a number from -2") : 0
    )
    return [VectorValue.Field("relative_standard_error", .number(error))]
  }

  private static let ciss = Topic("ciss") { (inputs) throws(VectorError) in
    let scores = try inputs.doubles("scores")
    let weights = try inputs.doubles("weights")
    let rows = try inputs.matrix("correlation")
    guard let matrix = SymmetricMatrix(rows: rows), matrix.order == scores.count else {
      throw inputs.invalid(
        "correlation",
        .list(rows.map { .numbers($0) }),
        "a symmetric matrix with a row per score"
      )
    }
    guard weights.count == scores.count else {
      throw inputs.invalid("weights", .numbers(weights), "a weight per score")
    }
    let stress = CompositeStress(scores: scores, weights: weights, correlation: matrix)
    return [VectorValue.Field("ciss", .number(stress.value))]
  }

  private static let absorber = Topic("one_sided_absorber") { (inputs) throws(VectorError) in
    let absorber = OneSidedAbsorber(strength: try inputs.nonnegative("absorber_strength"))
    return [
      VectorValue.Field("uncentred_volatility_ratio", .number(absorber.uncentredVolatilityRatio)),
      VectorValue.Field("centred_volatility_ratio", .number(absorber.centredVolatilityRatio)),
    ]
  }

  private static let firstPassage = Topic("first_passage") { (inputs) throws(VectorError) in
    let probability = FirstPassage.probability(
      start: try inputs.positive("start_price"),
      barrier: try inputs.positive("barrier_price"),
      volatility: try inputs.positive("volatility"),
      years: try inputs.nonnegative("days") / inputs.positive("days_per_year")
    )
    return [VectorValue.Field("probability", .number(probability))]
  }

  private static let growthRange = Topic("lognormal_range_probability") {
    (inputs) throws(VectorError) in
    let low = try inputs.double("growth_low", within: (-1.0).nextUp..., "a number above -1")
    let probability = GrowthRange.probability(
      low: low,
      high: try inputs.double("growth_high", within: low..., "at least growth_low"),
      volatility: try inputs.positive("volatility"),
      years: try inputs.positive("years")
    )
    return [VectorValue.Field("probability", .number(probability))]
  }
}
