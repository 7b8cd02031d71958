import Economy

/// Sustainable leverage that liquidations lower, with a floor under the price.
enum LeverageRatchetTopics {
  static let all: [Topic] = [ratchet]

  private static let ratchet = Topic("leverage_ratchet") { (inputs, seed) throws(VectorError) in
    let (days, paths) = (try inputs.count("days"), try inputs.count("paths"))
    let window = try inputs.count("volatility_window_days")
    var reportDays: [Int] = []
    for name in ["report_day_short", "report_day_long"] {
      let day = try inputs.count(name)
      guard day >= window && day <= days else {
        throw inputs.invalid(name, .integer(Int64(day)), "a day from \(window) to \(days)")
      }
      reportDays.append(day)
    }
    let ensemble = try parameters(inputs).ensemble(
      days: days,
      paths: paths,
      reportDays: reportDays,
      volatilityWindowDays: window,
      seed: seed
    )
    let (short, long) = (
      try inputs.double("threshold_short"), try inputs.double("threshold_long")
    )
    return [
      VectorValue.Field("median_volatility_short", .number(ensemble.medianVolatility(report: 0))),
      VectorValue.Field(
        "share_below_threshold_short",
        .number(ensemble.shareBelow(short, report: 0))
      ),
      VectorValue.Field("median_volatility_long", .number(ensemble.medianVolatility(report: 1))),
      VectorValue.Field(
        "share_below_threshold_long",
        .number(ensemble.shareBelow(long, report: 1))
      ),
      VectorValue.Field("rms_volatility", .number(ensemble.rootMeanSquareVolatility)),
      VectorValue.Field("mean_leverage_cap_end", .number(ensemble.meanLeverageCapAtEnd)),
    ]
  }

  private static func parameters(_ inputs: VectorInputs) throws(VectorError) -> LeverageRatchet {
    var ratchet = LeverageRatchet()
    for field in fields {
      // What a vector leaves out has the specification's value.
      let value = try inputs.double(field.name, default: ratchet[keyPath: field.path])
      guard field.domain.contains(value) else {
        throw inputs.invalid(field.name, .number(value), field.domain.expected)
      }
      ratchet[keyPath: field.path] = value
    }
    guard ratchet.initialAbsorbedShare <= ratchet.absorbedShareCap else {
      throw inputs.invalid(
        "initial_absorbed_share",
        .number(ratchet.initialAbsorbedShare),
        "at most absorbed_share_cap"
      )
    }
    return ratchet
  }

  private enum Domain {
    case any
    case positive
    case nonnegative
    case share
    case belowOne
    case aboveTwo

    func contains(_ value: Double) -> Bool {
      guard value.isFinite else { return false }
      return switch self {
      case .any: true
      case .positive: value > 0
      case .nonnegative: value >= 0
      case .share: value >= 0 && value <= 1
      case .belowOne: value >= 0 && value < 1
      case .aboveTwo: value > 2
      }
    }

    var expected: String {
      switch self {
      case .any: "a finite number"
      case .positive: "a positive number"
      case .nonnegative: "a number that is not negative"
      case .share: "a number in 0 ... 1"
      case .belowOne: "a number in 0 ..< 1"
      case .aboveTwo: "a number above 2, so that the news has a variance"
      }
    }
  }

  /// A parameter under its name in the vectors.
  private struct Parameter {
    let name: String
    let path: any WritableKeyPath<LeverageRatchet, Double> & Sendable
    let domain: Domain

    init(
      _ name: String,
      _ path: any WritableKeyPath<LeverageRatchet, Double> & Sendable,
      _ domain: Domain
    ) {
      (self.name, self.path, self.domain) = (name, path, domain)
    }
  }

  private static let fields: [Parameter] = [
    Parameter("news_volatility", \.newsVolatility, .nonnegative),
    Parameter("shock_degrees_of_freedom", \.shockDegreesOfFreedom, .aboveTwo),
    Parameter("leverage_cap_long_run", \.longRunLeverageCap, .nonnegative),
    Parameter("desired_leverage_scale", \.desiredLeverageScale, .nonnegative),
    Parameter("leverage_volatility_anchor", \.volatilityAnchor, .positive),
    Parameter("leverage_elasticity", \.leverageElasticity, .any),
    Parameter("open_interest_speed", \.openInterestSpeedPerDay, .share),
    Parameter("open_interest_per_leverage", \.openInterestPerLeverage, .positive),
    Parameter("liquidation_coefficient", \.liquidationCoefficient, .nonnegative),
    Parameter("base_impact", \.baseImpact, .positive),
    Parameter("impact_volatility_exponent", \.impactVolatilityExponent, .any),
    Parameter("reference_volatility", \.referenceVolatility, .positive),
    Parameter("float_exponent", \.floatExponent, .any),
    Parameter("gain_cap", \.gainCap, .belowOne),
    Parameter("short_side_gain_ratio", \.shortSideGainRatio, .share),
    Parameter("ratchet_strength", \.ratchetStrength, .nonnegative),
    Parameter("leverage_recovery_per_day", \.leverageRecoveryPerDay, .share),
    Parameter("volatility_half_life_days", \.volatilityHalfLifeDays, .positive),
    Parameter("floor_start", \.floorStart, .any),
    Parameter("floor_drift_per_year", \.floorDriftPerYear, .any),
    Parameter("absorber_strength", \.absorberStrength, .nonnegative),
    Parameter("absorbed_share_cap", \.absorbedShareCap, .belowOne),
    Parameter("initial_volatility", \.initialVolatility, .positive),
    Parameter("initial_leverage_cap", \.initialLeverageCap, .positive),
    Parameter("initial_log_price", \.initialLogPrice, .any),
    Parameter("initial_absorbed_share", \.initialAbsorbedShare, .belowOne),
  ]
}
