import Exchange
import Quantities

extension WorldBuilder {
  /// What a contract is, with every number checked.
  func terms(of contract: PerpetualPlan, grid: PriceGrid) throws(WorldError) -> PerpetualTerms {
    PerpetualTerms(
      name: contract.market,
      grid: grid,
      tiers: try tiers(of: contract),
      leverageMax: contract.leverageCap,
      liquidationFee: try rate(contract.liquidationFee, contract, "liquidation_fee_rate"),
      insuranceFund: Amount(Int64((contract.insuranceFund * 10_000).rounded())),
      liquidates: setup.isOn(.leverage),
      autoDeleverages: setup.isOn(.autoDeleveraging) && contract.autoDeleverages,
      deleveragingRule: contract.deleveragingRule
    )
  }

  /// Refuses an opening position beyond the last cap of a table.
  func checkCap(
    _ notional: Amount,
    of owner: PerpetualBook.Owner,
    in terms: PerpetualTerms
  ) throws(WorldError) {
    guard let cap = terms.tiers[terms.tiers.count - 1].notionalCap,
      Double(notional.units) / owner.accountCount > Double(cap.units)
    else { return }
    throw .invalid(
      field: "perpetuals.\(terms.name).tiers",
      value:
        "a position of \(roster[Int(owner.participant)].name) beyond the last notional_cap_usd",
      expected: "a last row without a cap, or smaller positions at the opening",
      known: []
    )
  }

  private func tiers(of contract: PerpetualPlan) throws(WorldError) -> [PerpetualTier] {
    guard !contract.tiers.isEmpty else { return [try flatTier(of: contract)] }
    guard contract.tiers.count <= 16 else {
      throw invalid(contract, "tiers", "\(contract.tiers.count) rows", "at most 16 rows")
    }
    var tiers: [PerpetualTier] = []
    for (place, row) in contract.tiers.enumerated() {
      let field = "tiers[\(place)]"
      try check(row, at: place, of: contract)
      tiers.append(
        PerpetualTier(
          maintenanceRate: try rate(
            row.maintenanceRate,
            contract,
            field + ".maintenance_margin_rate"
          ),
          leverageMax: row.leverageCap,
          notionalCap: row.notionalCap.map { Amount(Int64(($0 * 10_000).rounded())) }
        )
      )
    }
    return tiers
  }

  /// Caps and rates rise, leverages fall, only the last row may lack a cap.
  private func check(
    _ row: TierPlan,
    at place: Int,
    of contract: PerpetualPlan
  ) throws(WorldError) {
    let field = "tiers[\(place)]"
    let above = place > 0 ? contract.tiers[place - 1] : nil
    if let cap = row.notionalCap {
      guard cap > above?.notionalCap ?? 0, cap <= 1e14 else {
        throw invalid(
          contract,
          field + ".notional_cap_usd",
          "\(cap)",
          "more than \(above?.notionalCap ?? 0), at most 1e14"
        )
      }
    } else if place + 1 < contract.tiers.count {
      throw invalid(
        contract,
        field + ".notional_cap_usd",
        "nothing",
        "a cap in every row but the last"
      )
    }
    guard row.leverageCap >= 1, row.leverageCap <= above?.leverageCap ?? .infinity else {
      throw invalid(
        contract,
        field + ".leverage_cap",
        "\(row.leverageCap)",
        "from 1 to the row above's \(above?.leverageCap ?? row.leverageCap)"
      )
    }
    guard row.maintenanceRate > 0, row.maintenanceRate * row.leverageCap < 1 else {
      throw invalid(
        contract,
        field + ".maintenance_margin_rate",
        "\(row.maintenanceRate)",
        "above 0 and below 1/leverage_cap of the row"
      )
    }
    guard row.maintenanceRate >= above?.maintenanceRate ?? 0 else {
      throw invalid(
        contract,
        field + ".maintenance_margin_rate",
        "\(row.maintenanceRate)",
        "at least the row above's \(above?.maintenanceRate ?? 0)"
      )
    }
  }

  private func flatTier(of contract: PerpetualPlan) throws(WorldError) -> PerpetualTier {
    let maintenance = try rate(contract.maintenanceRate, contract, "maintenance_margin_rate")
    guard contract.leverageCap >= 1, contract.maintenanceRate * contract.leverageCap < 1,
      contract.maintenanceRate > 0
    else {
      throw invalid(
        contract,
        "leverage_cap",
        "\(contract.leverageCap)",
        "at least 1 and below 1/maintenance_margin_rate"
      )
    }
    return PerpetualTier(maintenanceRate: maintenance, leverageMax: contract.leverageCap)
  }

  private func rate(
    _ value: Double,
    _ contract: PerpetualPlan,
    _ field: String
  ) throws(WorldError) -> Rate {
    guard let rate = try? Rate(nearest: value), value >= 0, value < 1 else {
      throw invalid(contract, field, "\(value)", "a rate in 0 ..< 1")
    }
    return rate
  }

  private func invalid(
    _ contract: PerpetualPlan,
    _ field: String,
    _ value: String,
    _ expected: String
  ) -> WorldError {
    .invalid(
      field: "perpetuals.\(contract.market).\(field)",
      value: value,
      expected: expected,
      known: []
    )
  }
}
