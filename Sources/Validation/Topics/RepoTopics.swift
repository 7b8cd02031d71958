import Economy
import Statistics

/// The simulated repo market, rows S31b.
enum RepoTopics {
  static let all: [Topic] = [distribution]

  private static let distribution = Topic("sofr_distribution") {
    (inputs, seed) throws(VectorError) in
    let days = try inputs.count("days", max: 1 << 20)
    let population = try population(inputs, base: RepoPopulation())
    switch try inputs.word("task") {
    case "percentiles":
      return percentiles(RepoStudy(population, days: days, seed: seed))
    case "signs_against_base":
      // What `base` leaves out is as in the case; one seed draws from the same words for both.
      let base = try self.population(try inputs.map("base"), base: population)
      return signs(
        RepoStudy(population, days: days, seed: seed),
        RepoStudy(base, days: days, seed: seed)
      )
    case let other:
      throw .unsupported(what: "sofr_distribution task \(other)")
    }
  }

  private static func percentiles(_ study: RepoStudy) -> [VectorValue.Field] {
    let traded = !study.days.isEmpty
    func field(_ name: String, _ measure: KeyPath<RepoDay, Double>) -> VectorValue.Field {
      VectorValue.Field(name, .optional(traded ? study.mean(measure) : nil))
    }
    return [
      field("p01_pp", \.p01), field("p25_pp", \.p25), field("p50_pp", \.p50),
      field("p75_pp", \.p75), field("p99_pp", \.p99),
      VectorValue.Field("bowley", .optional(traded ? study.skewOfMeans.bowley : nil)),
      field("tail_p99_minus_p50_pp", \.rightTail),
      field("on_rrp_billion_usd", \.reverseRepo),
      field("srf_billion_usd", \.standingFacility),
      field("bilateral_billion_usd", \.bilateralVolume),
      field("failed_billion_usd", \.failed),
    ]
  }

  private static func signs(_ study: RepoStudy, _ base: RepoStudy) -> [VectorValue.Field] {
    func sign(_ change: Double) -> VectorValue {
      .integer(change > 0 ? 1 : change < 0 ? -1 : 0)
    }
    func field(_ name: String, _ measure: KeyPath<RepoDay, Double>) -> VectorValue.Field {
      VectorValue.Field("\(name)_change_sign", sign(study.mean(measure) - base.mean(measure)))
    }
    let skew = (study.skewOfMeans.bowley, base.skewOfMeans.bowley)
    var bowley: VectorValue = .null
    if let after = skew.0, let before = skew.1 { bowley = sign(after - before) }
    return [
      field("p01", \.p01), field("p25", \.p25), field("p50", \.p50), field("p75", \.p75),
      field("p99", \.p99),
      VectorValue.Field("bowley_change_sign", bowley),
      field("tail_p99_minus_p50", \.rightTail),
      field("on_rrp", \.reverseRepo), field("srf", \.standingFacility),
      field("bilateral", \.bilateralVolume), field("failed", \.failed),
    ]
  }

  private static func population(
    _ inputs: VectorInputs,
    base: RepoPopulation
  ) throws(VectorError) -> RepoPopulation {
    var population = base
    if inputs.has("lenders") { population.lenders = try inputs.count("lenders", max: 1 << 16) }
    if inputs.has("borrowers") {
      population.borrowers = try inputs.count("borrowers", max: 1 << 16)
    }
    if inputs.has("lenders_contacted") {
      population.lendersContacted = try inputs.count("lenders_contacted")
    }
    for field in fields {
      let value = try inputs.double(field.name, default: population[keyPath: field.path])
      guard field.domain.contains(value) else {
        throw inputs.invalid(
          field.name,
          .number(value),
          "a number in \(field.domain.lowerBound) ... \(field.domain.upperBound)"
        )
      }
      population[keyPath: field.path] = value
    }
    return population
  }

  /// A number of the population under its name in the vectors.
  private struct Field {
    let name: String
    let path: any WritableKeyPath<RepoPopulation, Double> & Sendable
    let domain: ClosedRange<Double>
  }

  private static let share = 0.0...1
  private static let rate = -100.0...100
  private static let deviation = 0.0...10
  /// What the ledger's integers hold with room for rounding, USD billion.
  private static let sum = 1e-3...500_000

  private static let fields: [Field] = [
    Field(name: "cash_supply_billion_usd", path: \.cashSupply, domain: sum),
    Field(name: "cash_demand_billion_usd", path: \.cashDemand, domain: sum),
    Field(name: "lender_cash_log_sd", path: \.lenderCashLogDeviation, domain: deviation),
    Field(name: "borrower_demand_log_sd", path: \.borrowerDemandLogDeviation, domain: deviation),
    Field(name: "on_rrp_access_share", path: \.reverseRepoAccessShare, domain: share),
    Field(name: "on_rrp_rate_pp", path: \.reverseRepoRate, domain: rate),
    Field(name: "iorb_pp", path: \.reserveBalanceRate, domain: rate),
    Field(name: "bank_balance_sheet_cost_pp", path: \.balanceSheetCost, domain: rate),
    Field(name: "srf_rate_pp", path: \.standingFacilityRate, domain: rate),
    Field(name: "lender_premium_mean_pp", path: \.lenderPremiumMean, domain: rate),
    Field(name: "lender_premium_sd_pp", path: \.lenderPremiumDeviation, domain: deviation),
    Field(name: "refusing_lender_share", path: \.refusingLenderShare, domain: share),
    Field(name: "high_risk_borrower_share", path: \.riskyBorrowerShare, domain: share),
    Field(name: "high_risk_premium_pp", path: \.riskPremium, domain: 0...100),
    Field(name: "srf_eligible_share", path: \.facilityEligibleShare, domain: share),
    Field(name: "stigma_pp", path: \.stigma, domain: rate),
    Field(name: "maximum_rate_sd_pp", path: \.maximumRateDeviation, domain: deviation),
    Field(name: "bargaining_weight", path: \.bargainingWeight, domain: share),
  ]
}
