import Economy
import Exchange

extension ScenarioKeys {
  static let deleveragingRules = CascadeRules.DeleveragingRule.allCases.map(\.rawValue)

  static let notionalCaps = 1.0...1e14
  static let leverageCaps = 1.0...500
  static let maintenanceRates = 1e-6...0.9

  /// The keys of a row of a tier table.
  static let tier: [ScenarioField] = [
    ScenarioField(
      "notional_cap_usd",
      .number(notionalCaps),
      "largest notional of one account in the tier; the last row may lack it"
    ),
    ScenarioField(
      "leverage_cap",
      .number(leverageCaps),
      isRequired: true,
      "largest leverage of an account whose position reaches the tier"
    ),
    ScenarioField(
      "maintenance_margin_rate",
      .number(maintenanceRates),
      isRequired: true,
      "m of the part of the position in the tier; below 1/leverage_cap"
    ),
  ]

  static let thresholds = 1e-4...0.99
  static let barCounts = 1...100_000

  /// The keys of a circuit breaker.
  static let breaker: [ScenarioField] = [
    ScenarioField(
      "threshold_fraction",
      .number(thresholds),
      isRequired: true,
      "move against an earlier close, either way, beyond which trading pauses"
    ),
    ScenarioField(
      "window_bars",
      .whole(barCounts),
      isRequired: true,
      "how many earlier closes count"
    ),
    ScenarioField("pause_bars", .whole(barCounts), isRequired: true, "how long trading pauses"),
    ScenarioField(
      "halts_liquidations",
      .flag,
      "whether the venue sends no forced orders from the breach until trading resumes; on if absent"
    ),
  ]

  static func circuitBreaker(_ what: String) -> ScenarioField {
    ScenarioField(
      "circuit_breaker",
      .map(breaker),
      "halts \(what) after a large move; none if absent",
      basis: "scenario"
    )
  }
}
