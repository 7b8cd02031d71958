import Statistics

/// Intervals and proper scores: rows S28 and S29.
public enum EstimateTopics {
  /// The topics of this file.
  public static let all: [Topic] = [
    Topic("fisher_interval") { (inputs) throws(VectorError) in
      let correlation = try inputs.double("correlation")
      let observations = try inputs.double("observations")
      let confidence = try inputs.double("confidence")
      return try bounds { () throws(StatisticsError) in
        try ConfidenceInterval.fisher(
          correlation: correlation,
          observations: observations,
          confidence: confidence
        )
      }
    },
    Topic("wilson_interval") { (inputs) throws(VectorError) in
      let successes = Int(try inputs.integer("successes"))
      let trials = Int(try inputs.integer("trials"))
      let confidence = try inputs.double("confidence")
      return try bounds { () throws(StatisticsError) in
        try ConfidenceInterval.wilson(
          successes: successes,
          trials: trials,
          confidence: confidence
        )
      }
    },
    Topic("crps_gaussian") { (inputs) throws(VectorError) in
      let deviation = try inputs.double("sd")
      guard deviation > 0 else {
        throw inputs.invalid("sd", .number(deviation), "a positive number")
      }
      let forecast = NormalDistribution(
        mean: try inputs.double("mean"),
        standardDeviation: deviation
      )
      let score = ContinuousRankedProbabilityScore.normal(
        forecast,
        outcome: try inputs.double("outcome")
      )
      return [VectorValue.Field("crps", .number(score))]
    },
    Topic("brier_score") { (inputs) throws(VectorError) in
      try score("brier", inputs, BrierScore.mean)
    },
    Topic("log_score") { (inputs) throws(VectorError) in
      try score("log_score", inputs, LogScore.mean)
    },
    Topic("ranked_probability_score") { (inputs) throws(VectorError) in
      let probabilities = try inputs.doubles("probabilities")
      // The vectors count categories from one.
      let outcome = Int(try inputs.integer("outcome_category")) - 1
      do throws(StatisticsError) {
        let value = try RankedProbabilityScore.score(
          probabilities: probabilities,
          outcome: outcome
        )
        return [VectorValue.Field("rps", .number(value))]
      } catch {
        throw .refused(reason: error.description)
      }
    },
  ]

  private static func score(
    _ name: String,
    _ inputs: VectorInputs,
    _ mean: ([Double], [Double]) throws(StatisticsError) -> Double
  ) throws(VectorError) -> [VectorValue.Field] {
    let probabilities = try inputs.doubles("probabilities")
    let outcomes = try inputs.doubles("outcomes")
    do throws(StatisticsError) {
      let value = try mean(probabilities, outcomes)
      return [VectorValue.Field(name, .number(value))]
    } catch {
      throw .refused(reason: error.description)
    }
  }

  private static func bounds(
    _ interval: () throws(StatisticsError) -> ConfidenceInterval
  ) throws(VectorError) -> [VectorValue.Field] {
    do throws(StatisticsError) {
      let interval = try interval()
      return [
        VectorValue.Field("lower", .number(interval.lower)),
        VectorValue.Field("upper", .number(interval.upper)),
      ]
    } catch {
      throw .refused(reason: error.description)
    }
  }
}
