/// The numbers of a treasury company, read once from its plan.
struct TreasuryTerms: Sendable {
  let conversionPremium: Double
  let debtDueDays: Int
  let couponRate: Double
  let dividendRate: Double
  let loanRate: Double
  let loanToValueMax: Double
  let loanToValueTarget: Double
  let operatingCostPerYear: Double
  let equityFloorShare: Double
  let issueThreshold: Double
  let issueRamp: Double
  let issueVolumeShare: Double
  let issueShareMax: Double
  let issueBelowOneShare: Double
  let convertibleThreshold: Double
  let convertibleVolatilityMin: Double
  let convertibleSizeShare: Double
  let convertiblePremiumMin: Double
  let convertibleMaturityYears: Double
  let creditSpread: Double
  let riskFreeRate: Double
  let buybackThreshold: Double
  let buybackReserveYears: Double
  let horizonDays: Double
  let participation: Double
  let forcedParticipation: Double

  init(_ setup: WorldSetup) {
    conversionPremium = setup.number("conversion_premium_ratio")
    debtDueDays = Int(setup.number("debt_due_days"))
    couponRate = setup.number("coupon_rate_per_year")
    dividendRate = setup.number("dividend_rate_per_year")
    loanRate = setup.number("loan_rate_per_year")
    loanToValueMax = setup.number("loan_to_value_max")
    loanToValueTarget = min(setup.number("loan_to_value_target"), loanToValueMax)
    operatingCostPerYear = setup.number("operating_cost_usd_per_year")
    equityFloorShare = setup.number("equity_floor_share")
    issueThreshold = setup.number("issue_threshold_ratio")
    issueRamp = setup.number("issue_ramp_ratio")
    issueVolumeShare = setup.number("issue_volume_share")
    issueShareMax = setup.number("issue_share_max")
    issueBelowOneShare = setup.number("issue_below_one_share")
    convertibleThreshold = setup.number("convertible_threshold_ratio")
    convertibleVolatilityMin = setup.number("convertible_volatility_min_per_year")
    convertibleSizeShare = setup.number("convertible_size_share")
    convertiblePremiumMin = setup.number("convertible_premium_min_ratio")
    convertibleMaturityYears = setup.number("convertible_maturity_years")
    creditSpread = setup.number("credit_spread_per_year")
    riskFreeRate = setup.number("risk_free_rate_per_year")
    buybackThreshold = setup.number("buyback_threshold_ratio")
    buybackReserveYears = setup.number("buyback_reserve_years")
    horizonDays = setup.number("horizon_days")
    participation = setup.number("participation_share")
    forcedParticipation = setup.number("forced_participation_share")
  }

  /// Interest, dividends and costs of a year, dollars.
  func chargesPerYear(_ sheet: TreasurySheet) -> Double {
    couponRate * sheet.convertibles + dividendRate * sheet.preferred + loanRate * sheet.loan
      + operatingCostPerYear
  }

  /// The numbers that a scenario may give a treasury company.
  static let parameters =
    capitalParameters + premiumParameters + issuanceParameters + limitParameters
}
