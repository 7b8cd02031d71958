import Economy
import Exchange
import Yams

extension ScenarioReader {
  /// The circuit breaker of an entry, or nil.
  func breaker(_ entry: StrictFields) throws(ScenarioError) -> CircuitBreaker? {
    guard let node = entry.node("circuit_breaker") else { return nil }
    let breaker = try StrictFields(
      node,
      file: fields.file,
      path: "\(entry.path).circuit_breaker",
      known: ScenarioKeys.breaker.map(\.name)
    )
    let counts = ScenarioKeys.barCounts
    for key in ["window_bars", "pause_bars"] { _ = try breaker.required(key, "a whole number") }
    return CircuitBreaker(
      threshold: try breaker.number("threshold_fraction", in: ScenarioKeys.thresholds),
      windowBars: try breaker.optionalWhole("window_bars", in: counts) ?? 1,
      pauseBars: try breaker.optionalWhole("pause_bars", in: counts) ?? 1,
      haltsLiquidations: try breaker.optionalFlag("halts_liquidations") ?? true
    )
  }

  /// Reads which positions are deleveraged.
  func readDeleveraging(
    _ entry: StrictFields,
    into contract: inout PerpetualPlan
  ) throws(ScenarioError) {
    guard let node = entry.node("adl") else { return }
    switch node.scalar?.string ?? "" {
    case "off", "false": contract.autoDeleverages = false
    case "on", "true":
      contract.autoDeleverages = true
      contract.deleveragingRule = .ranked
    case let word:
      guard let rule = CascadeRules.DeleveragingRule(rawValue: word) else {
        throw entry.unknown("adl", node, among: ["on", "off"] + ScenarioKeys.deleveragingRules)
      }
      contract.autoDeleverages = true
      contract.deleveragingRule = rule
    }
  }

  /// Reads a tier table, whose caps and rates rise and whose leverages fall.
  func readTiers(
    _ entry: StrictFields,
    into contract: inout PerpetualPlan
  ) throws(ScenarioError) {
    guard let table = entry.node("tiers") else { return }
    let rows = try entry.items("tiers")
    guard rows.count <= 16 else { throw entry.failure("tiers", table, "at most 16 rows") }
    contract.tiers = []
    for (index, node) in rows.enumerated() {
      let row = try StrictFields(
        node,
        file: fields.file,
        path: "\(entry.path).tiers[\(index)]",
        known: ScenarioKeys.tier.map(\.name)
      )
      contract.tiers.append(
        try tier(row, above: contract.tiers.last, isLast: index + 1 == rows.count)
      )
    }
    guard !rows.isEmpty else { return }
    if let node = entry.node("maintenance_margin_rate") {
      throw entry.failure("maintenance_margin_rate", node, "nothing, because tiers say it")
    }
    contract.maintenanceRate = PerpetualPlan("").maintenanceRate
  }

  private func tier(
    _ row: StrictFields,
    above: TierPlan?,
    isLast: Bool
  ) throws(ScenarioError) -> TierPlan {
    let cap = try row.optionalNumber("notional_cap_usd", in: ScenarioKeys.notionalCaps)
    let leverage = try row.number("leverage_cap", in: ScenarioKeys.leverageCaps)
    let rate = try row.number("maintenance_margin_rate", in: ScenarioKeys.maintenanceRates)
    if cap == nil, !isLast {
      _ = try row.required("notional_cap_usd", "a number in every row but the last")
    }
    func refuse(_ key: String, _ expected: String) throws(ScenarioError) {
      throw row.failure(key, try row.required(key, expected), expected)
    }
    if let cap, let floor = above?.notionalCap, cap <= floor {
      try refuse("notional_cap_usd", "more than the row above's \(floor)")
    }
    if let above, leverage > above.leverageCap {
      try refuse("leverage_cap", "at most the row above's \(above.leverageCap)")
    }
    if let above, rate < above.maintenanceRate {
      try refuse("maintenance_margin_rate", "at least the row above's \(above.maintenanceRate)")
    }
    if rate * leverage >= 1 {
      try refuse("maintenance_margin_rate", "below 1/leverage_cap of its row, \(1 / leverage)")
    }
    return TierPlan(notionalCap: cap, leverageCap: leverage, maintenanceRate: rate)
  }
}
