import Exchange

/// The order book with background flow.
enum OrderFlowTopics {
  static let all: [Topic] = [zeroIntelligenceBook]

  private static let zeroIntelligenceBook = Topic("zero_intelligence_book") {
    (inputs, seed) throws(VectorError) in
    let window = try inputs.count("window_ticks", max: 1 << 20)
    let flow = ZeroIntelligenceFlow(
      limitRatePerTick: try inputs.positive("limit_rate_per_tick"),
      windowTicks: window,
      marketRate: try inputs.positive("market_rate"),
      cancelRate: try inputs.positive("cancel_rate")
    )
    let experiment = ZeroIntelligenceExperiment(flow: flow, seed: seed)
    switch try inputs.word("task") {
    case "spread":
      let spread = experiment.scaledSpread(
        runTime: try inputs.positive("run_time"),
        burnIn: try inputs.nonnegative("burn_in")
      )
      return [VectorValue.Field("scaled_spread", .number(spread))]
    case "sweep":
      let sizes = try sizes(inputs)
      let moves = experiment.scaledMidMoves(
        sizes: sizes,
        probes: try inputs.count("probes"),
        probeTime: try inputs.nonnegative("probe_time")
      )
      let slope = ZeroIntelligenceExperiment.slope(sizes: sizes, moves: moves)
      return [
        VectorValue.Field("scaled_mid_moves", .numbers(moves)),
        VectorValue.Field("slope_per_unit", slope.map { .number($0) } ?? .null),
      ]
    case "permanence":
      let sizes = try sizes(inputs)
      guard sizes.count == 1 else {
        throw inputs.invalid("order_sizes", .list(try inputs.list("order_sizes")), "one size")
      }
      let ratio = experiment.permanence(
        size: sizes[0],
        probes: try inputs.count("probes"),
        probeTime: try inputs.nonnegative("probe_time"),
        laterTime: try inputs.nonnegative("later_time")
      )
      return [VectorValue.Field("later_over_immediate", .number(ratio))]
    case let task: throw .unsupported(what: "zero_intelligence_book task \(task)")
    }
  }

  private static func sizes(_ inputs: VectorInputs) throws(VectorError) -> [Int64] {
    let numbers = try inputs.doubles("order_sizes")
    let sizes = numbers.compactMap { Int64(exactly: $0) }.filter { $0 > 0 }
    guard sizes.count == numbers.count, !sizes.isEmpty else {
      throw inputs.invalid("order_sizes", .numbers(numbers), "positive whole numbers")
    }
    return sizes
  }
}
