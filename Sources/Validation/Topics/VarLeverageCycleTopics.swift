import Economy
import Statistics

/// The leverage cycle of a bank under a Value-at-Risk limit.
enum VarLeverageCycleTopics {
  static let all: [Topic] = [cycle]

  private static let cycle = Topic("var_leverage_cycle") { (inputs) throws(VectorError) in
    switch try inputs.word("task") {
    case "eigenvalues": return try eigenvalues(try parameters(inputs))
    case "critical_value": return [try criticalValue(inputs)]
    case "path": return try path(inputs)
    case "long_run": return try longRun(inputs)
    case let other: throw .unsupported(what: "var_leverage_cycle task \(other)")
    }
  }

  private static func eigenvalues(
    _ cycle: VarLeverageCycle
  ) throws(VectorError) -> [VectorValue.Field] {
    let spectrum: VarLeverageCycle.Spectrum
    do throws(StatisticsError) {
      spectrum = try cycle.spectrum()
    } catch {
      throw .refused(reason: error.description)
    }
    return [
      VectorValue.Field("fixed_point", .numbers(cycle.fixedPoint.values)),
      VectorValue.Field("leverage", .number(cycle.leverageAtRest)),
      VectorValue.Field("moduli", .numbers(spectrum.moduli)),
      VectorValue.Field("second_modulus", .number(spectrum.secondModulus)),
    ]
  }

  private static func criticalValue(
    _ inputs: VectorInputs
  ) throws(VectorError) -> VectorValue.Field {
    let name = try inputs.word("solve_for")
    let ends = try inputs.doubles("bracket")
    guard ends.count == 2, ends[0] < ends[1], ends[1].isFinite, ends[0].isFinite else {
      throw inputs.invalid("bracket", .numbers(ends), "two ascending numbers")
    }
    let cycle = try parameters(inputs, without: name)
    let set: (inout VarLeverageCycle, Double) -> Void
    if name == "leverage" {
      set = { $0.setLeverageAtRest($1) }
    } else if let field = fields.first(where: { $0.name == name }) {
      let path = field.path
      set = { $0[keyPath: path] = $1 }
    } else {
      throw .unsupported(what: "var_leverage_cycle solve_for \(name)")
    }
    do throws(StatisticsError) {
      let value = try cycle.criticalValue(in: ends[0]...ends[1], setting: set)
      return VectorValue.Field("critical_value", .number(value))
    } catch {
      throw .refused(reason: error.description)
    }
  }

  private static func path(_ inputs: VectorInputs) throws(VectorError) -> [VectorValue.Field] {
    let cycle = try parameters(inputs)
    let start = try initialState(inputs)
    let steps = try inputs.count("steps")
    let states: [VarLeverageCycle.State]
    do throws(StatisticsError) {
      states = try cycle.path(from: start, steps: steps)
    } catch {
      throw .refused(reason: error.description)
    }
    return [
      VectorValue.Field("prices", .numbers(states.map(\.price))),
      VectorValue.Field("states", .list(states.map { .numbers($0.values) })),
    ]
  }

  private static func longRun(_ inputs: VectorInputs) throws(VectorError) -> [VectorValue.Field] {
    let cycle = try parameters(inputs)
    let start = try initialState(inputs)
    let steps = try inputs.count("steps")
    let discarded = Int(
      try inputs.double("discard_steps", within: 0...1e9, "a number of steps")
    )
    guard discarded < steps else {
      throw inputs.invalid(
        "discard_steps",
        .integer(Int64(discarded)),
        "fewer steps than \(steps)"
      )
    }
    let run: VarLeverageCycle.LongRun
    do throws(StatisticsError) {
      run = try cycle.longRun(from: start, steps: steps, discarded: discarded)
    } catch {
      throw .refused(reason: error.description)
    }
    return [
      VectorValue.Field("price_min", .number(run.priceMin)),
      VectorValue.Field("price_max", .number(run.priceMax)),
      VectorValue.Field("price_sd", .number(run.priceDeviation)),
      VectorValue.Field(
        "mean_period_years",
        run.meanPeriodYears.map { .number($0) } ?? .null
      ),
    ]
  }

  /// A parameter of the map under its name in the vectors.
  private struct Parameter {
    let name: String
    let path: any WritableKeyPath<VarLeverageCycle, Double> & Sendable
    let mayBeZero: Bool

    init(
      _ name: String,
      _ path: any WritableKeyPath<VarLeverageCycle, Double> & Sendable,
      mayBeZero: Bool = false
    ) {
      (self.name, self.path, self.mayBeZero) = (name, path, mayBeZero)
    }
  }

  private static let fields: [Parameter] = [
    Parameter("time_step_years", \.timeStepYears),
    Parameter("variance_decay_per_year", \.varianceDecayPerYear, mayBeZero: true),
    Parameter("var_horizon_years", \.varHorizonYears),
    Parameter("leverage_adjustment_per_year", \.leverageAdjustmentPerYear, mayBeZero: true),
    Parameter("equity_adjustment_per_year", \.equityAdjustmentPerYear, mayBeZero: true),
    Parameter("leverage_exponent", \.leverageExponent),
    Parameter("variance_offset", \.varianceOffset),
    Parameter("risk_scale", \.riskScale),
    Parameter("target_equity", \.targetEquity),
    Parameter("bank_asset_weight", \.bankAssetWeight),
    Parameter("fundamental_value", \.fundamentalValue),
    Parameter("reversion_rate_per_year", \.reversionRatePerYear, mayBeZero: true),
    Parameter("fund_weight", \.fundWeight),
  ]

  /// The parameters; the unknown of a search is the only one that may be null.
  private static func parameters(
    _ inputs: VectorInputs,
    without unknown: String? = nil
  ) throws(VectorError) -> VarLeverageCycle {
    let absent = unknown == "leverage" ? "risk_scale" : unknown
    var cycle = VarLeverageCycle()
    for field in fields where field.name != absent {
      let value =
        switch field.name {
        case "leverage_exponent": try inputs.double(field.name)
        default:
          field.mayBeZero ? try inputs.nonnegative(field.name) : try inputs.positive(field.name)
        }
      guard value.isFinite else {
        throw inputs.invalid(field.name, .number(value), "a finite number")
      }
      cycle[keyPath: field.path] = value
    }
    return cycle
  }

  private static func initialState(
    _ inputs: VectorInputs
  ) throws(VectorError) -> VarLeverageCycle.State {
    let state = try inputs.map("initial_state")
    return VarLeverageCycle.State(
      variance: try state.nonnegative("variance"),
      fundWeight: try state.double("fund_weight"),
      price: try state.positive("price"),
      bankShare: try state.double("bank_share"),
      bankDebt: try state.double("bank_debt"),
      previousPrice: try state.positive("previous_price")
    )
  }
}
