public import Exchange

/// A perpetual contract as a scenario writes it: the policy levers of its venues.
public struct PerpetualPlan: Hashable, Sendable {
  /// The spot market that it follows.
  public var market: String
  /// The largest leverage that venues offer.
  public var leverageCap: Double
  /// The maintenance margin rate.
  public var maintenanceRate: Double
  /// What the insurance fund has, dollars.
  public var insuranceFund: Double
  /// The fee of a forced close, a rate.
  public var liquidationFee: Double
  /// The tier table; where it has rows, they say maintenance rate and leverage by an account's notional.
  public var tiers: [TierPlan]
  /// Whether losses beyond the fund close opposite positions.
  public var autoDeleverages: Bool
  /// Which of them, and in which order.
  public var deleveragingRule: CascadeRules.DeleveragingRule
  /// What stops trading of the contract after a large move, or nil.
  public var breaker: CircuitBreaker?
  /// The share of the daily volume within which the premium moves by one percent.
  public var premiumDepthShare: Double
  /// The half-life of the premium, hours.
  public var premiumHalfLifeHours: Double

  /// Creates a contract with the defaults of `model.md` §2.1 and §3.5.
  public init(
    _ market: String,
    leverageCap: Double = 100,
    maintenanceRate: Double = 0.005,
    insuranceFund: Double = 2e8,
    liquidationFee: Double = 0.000_5,
    tiers: [TierPlan] = [],
    autoDeleverages: Bool = true,
    deleveragingRule: CascadeRules.DeleveragingRule = .ranked,
    breaker: CircuitBreaker? = nil,
    premiumDepthShare: Double = 0.1,
    premiumHalfLifeHours: Double = 4
  ) {
    self.market = market
    self.leverageCap = leverageCap
    self.maintenanceRate = maintenanceRate
    self.insuranceFund = insuranceFund
    self.liquidationFee = liquidationFee
    self.tiers = tiers
    self.autoDeleverages = autoDeleverages
    self.deleveragingRule = deleveragingRule
    self.breaker = breaker
    self.premiumDepthShare = premiumDepthShare
    self.premiumHalfLifeHours = premiumHalfLifeHours
  }
}
