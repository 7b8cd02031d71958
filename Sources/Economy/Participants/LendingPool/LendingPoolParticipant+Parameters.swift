extension LendingPoolParticipant {
  struct Rule: Sendable {
    let count: Int
    let debt: Double
    let debtExponent: Double
    let healthMin: Double
    let threshold: Double
    let reserve: Double
    let reserveFactor: Double
    let oracleLagMinutes: Double
    let oracleThreshold: Double
    let rateBase: Double
    let rateSlope: Double
    let rateSlopeAbove: Double
    let utilisationTarget: Double

    init(_ setup: WorldSetup) {
      count = Int(setup.number("borrower_count"))
      debt = setup.number("debt_usd")
      debtExponent = setup.number("debt_exponent")
      healthMin = setup.number("health_min")
      threshold = setup.number("liquidation_threshold")
      reserve = setup.number("reserve_usd")
      reserveFactor = setup.number("reserve_factor")
      oracleLagMinutes = setup.number("oracle_lag_minutes")
      oracleThreshold = setup.number("oracle_deviation")
      rateBase = setup.number("rate_base_per_year")
      rateSlope = setup.number("rate_slope_per_year")
      rateSlopeAbove = setup.number("rate_slope_above_per_year")
      utilisationTarget = setup.number("utilisation_target")
    }

    /// The annual rate of borrowers.
    func rate(utilisation: Double) -> Double {
      let below = min(utilisation, utilisationTarget) / utilisationTarget
      let above = max(0, utilisation - utilisationTarget) / (1 - utilisationTarget)
      return rateBase + rateSlope * below + rateSlopeAbove * above
    }
  }

  static let declaredParameters = [
    ParameterDeclaration(
      "borrower_count",
      500,
      in: 1...1_000_000,
      "number of borrowers",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "debt_usd",
      8e9,
      in: 0...1e13,
      "what borrowers owe at the opening",
      basis: "model.md §3.10: 25 bn in three pools"
    ),
    ParameterDeclaration(
      "debt_exponent",
      1.3,
      in: 0.1...10,
      "tail exponent of debts",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "health_min",
      1.03,
      in: 1.000_1...100,
      "least health factor at the opening",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "liquidation_threshold",
      0.83,
      in: 0.01...1,
      "weight of the collateral: ETH 0.83, BTC 0.78",
      basis: "model.md §3.10"
    ),
    ParameterDeclaration(
      "liquidation_bonus",
      0.05,
      in: 0...0.5,
      "collateral beyond the debt repaid",
      basis: "model.md §3.10: 5 to 10 %"
    ),
    ParameterDeclaration(
      "close_factor",
      0.5,
      in: 0.01...1,
      "share of the debt repaid at once; all below 0.95",
      basis: "model.md §3.10"
    ),
    ParameterDeclaration(
      "reserve_usd",
      0.1e9,
      in: 0...1e13,
      "the pool's own money at the opening",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "reserve_factor",
      0.1,
      in: 0...1,
      "share of interest that the reserve keeps",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "oracle_lag_minutes",
      15,
      in: 0...1440,
      "age of the oracle's price",
      basis: "model.md §3.10"
    ),
    ParameterDeclaration(
      "oracle_deviation",
      0.005,
      in: 0...1,
      "smallest move that the oracle follows",
      basis: "model.md §3.10"
    ),
    ParameterDeclaration(
      "rate_base_per_year",
      0,
      in: 0...1,
      "r₀",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "rate_slope_per_year",
      0.055,
      in: 0...10,
      "s₁",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "rate_slope_above_per_year",
      0.6,
      in: 0...10,
      "s₂",
      basis: "assumption"
    ),
    ParameterDeclaration(
      "utilisation_target",
      0.9,
      in: 0.01...0.99,
      "U*",
      basis: "model.md §3.10"
    ),
  ]
}
