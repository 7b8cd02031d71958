import Economy

/// The market of leveraged value funds.
enum LeveragedFundTopics {
  static let all: [Topic] = [funds]

  private static let funds = Topic("thurner_farmer_geanakoplos") {
    (inputs, seed) throws(VectorError) in
    switch try inputs.word("task") {
    case "clearing_price": return [try clearingPrice(inputs)]
    case "statistics": return try statistics(inputs, seed: seed)
    case "ordering": return try ordering(inputs, seed: seed)
    case let other: throw .unsupported(what: "thurner_farmer_geanakoplos task \(other)")
    }
  }

  private static func clearingPrice(
    _ inputs: VectorInputs
  ) throws(VectorError) -> VectorValue.Field {
    let market = LeveragedFundMarket(
      maxLeverage: try maxLeverage(inputs),
      aggressiveness: try aggressiveness(inputs),
      sharesTotal: try inputs.positive("shares_total"),
      fundamentalValue: try inputs.positive("fundamental_value")
    )
    let count = market.aggressiveness.count
    let price = market.clearingPrice(
      noiseDemand: try inputs.positive("noise_demand_usd"),
      cash: Array(repeating: try inputs.double("cash_each"), count: count),
      shares: Array(repeating: try inputs.double("shares_held_each"), count: count)
    )
    return VectorValue.Field("clearing_price", .number(price))
  }

  private static func statistics(
    _ inputs: VectorInputs,
    seed: UInt64
  ) throws(VectorError) -> [VectorValue.Field] {
    let market = try market(inputs, maxLeverage: try maxLeverage(inputs))
    let summary = try History(inputs).summary(of: market, seed: seed, run: 0)
    return [
      VectorValue.Field("excess_kurtosis", value(summary.excessKurtosis)),
      VectorValue.Field("hill_exponent", value(summary.hillExponent)),
      VectorValue.Field("defaults_per_10000_steps", .number(summary.defaultsPerTenThousandSteps)),
    ]
  }

  /// Ranks of means over several histories, so that a close pair of limits is ordered as the means are,
  /// not as two single histories happen to be.
  private static func ordering(
    _ inputs: VectorInputs,
    seed: UInt64
  ) throws(VectorError) -> [VectorValue.Field] {
    let history = try History(inputs)
    var kurtosis: [Double] = []
    var hill: [Double] = []
    var defaults: [Double] = []
    for limit in try inputs.doubles("max_leverage") {
      guard limit > 0 else {
        throw inputs.invalid("max_leverage", .number(limit), "a list of positive numbers")
      }
      let market = try market(inputs, maxLeverage: limit)
      var sums = (0.0, 0.0, 0.0)
      for run in 0..<runsPerLimit {
        let summary = history.summary(of: market, seed: seed, run: run)
        sums.0 += summary.excessKurtosis ?? 0
        sums.1 += summary.hillExponent ?? .infinity
        sums.2 += summary.defaultsPerTenThousandSteps
      }
      kurtosis.append(sums.0)
      hill.append(sums.1)
      defaults.append(sums.2)
    }
    return [
      VectorValue.Field("excess_kurtosis_rank", ranks(of: kurtosis)),
      VectorValue.Field("hill_exponent_rank", ranks(of: hill)),
      VectorValue.Field("defaults_per_10000_steps_rank", ranks(of: defaults)),
    ]
  }

  private static let runsPerLimit: UInt64 = 4

  /// Ranks from 1 for the least; equal values share the lowest of their ranks.
  private static func ranks(of values: [Double]) -> VectorValue {
    .list(values.map { value in .integer(Int64(1 + values.count { $0 < value })) })
  }

  private static func market(
    _ inputs: VectorInputs,
    maxLeverage: Double
  ) throws(VectorError) -> LeveragedFundMarket {
    LeveragedFundMarket(
      maxLeverage: maxLeverage,
      aggressiveness: try aggressiveness(inputs),
      sharesTotal: try inputs.positive("shares_total"),
      fundamentalValue: try inputs.positive("fundamental_value"),
      noisePersistence: try inputs.double(
        "noise_persistence",
        within: 0..<1,
        "a number in 0 ..< 1"
      ),
      noiseDeviation: try inputs.nonnegative("noise_sd"),
      initialWealth: try inputs.positive("initial_wealth"),
      defaultWealthFraction: try inputs.double(
        "default_wealth_fraction",
        within: 0..<1,
        "a number in 0 ..< 1"
      ),
      reentrySteps: Int(
        try inputs.double("reentry_steps", within: 0...1e9, "a number of steps from 0 to 1e9")
      ),
      performanceSmoothing: try inputs.double(
        "performance_smoothing",
        within: 0...1,
        "a number in 0 ... 1"
      ),
      flowSensitivity: try inputs.nonnegative("flow_sensitivity"),
      benchmarkReturn: try inputs.double("benchmark_return")
    )
  }

  private static func maxLeverage(_ inputs: VectorInputs) throws(VectorError) -> Double {
    inputs.has("max_leverage") ? try inputs.positive("max_leverage") : .infinity
  }

  private static func aggressiveness(_ inputs: VectorInputs) throws(VectorError) -> [Double] {
    let values = try inputs.doubles("aggressiveness")
    guard !values.isEmpty, values.allSatisfy({ $0 > 0 && $0.isFinite }) else {
      throw inputs.invalid(
        "aggressiveness",
        .numbers(values),
        "one positive number or more"
      )
    }
    return values
  }

  private static func value(_ number: Double?) -> VectorValue {
    number.map { .number($0) } ?? .null
  }

  /// How long a history is and what of it counts.
  private struct History {
    let steps: Int
    let burnIn: Int
    let hillTailFraction: Double

    init(_ inputs: VectorInputs) throws(VectorError) {
      steps = try inputs.count("steps")
      burnIn = Int(try inputs.double("burn_in", within: 0...1e9, "a number of steps"))
      guard burnIn < steps else {
        throw inputs.invalid("burn_in", .integer(Int64(burnIn)), "fewer steps than \(steps)")
      }
      hillTailFraction = try inputs.double(
        "hill_tail_fraction",
        within: Double.leastNonzeroMagnitude..<1,
        "a number above 0 and below 1"
      )
    }

    func summary(
      of market: LeveragedFundMarket,
      seed: UInt64,
      run: UInt64
    ) -> LeveragedFundMarket.Summary {
      market.path(steps: steps, seed: seed, run: run)
        .summary(of: market, burnIn: burnIn, hillTailFraction: hillTailFraction)
    }
  }
}
