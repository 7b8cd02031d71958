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
  /// Whether losses beyond the fund close opposite positions.
  public var autoDeleverages: Bool
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
    autoDeleverages: Bool = true,
    premiumDepthShare: Double = 0.1,
    premiumHalfLifeHours: Double = 4
  ) {
    self.market = market
    self.leverageCap = leverageCap
    self.maintenanceRate = maintenanceRate
    self.insuranceFund = insuranceFund
    self.liquidationFee = liquidationFee
    self.autoDeleverages = autoDeleverages
    self.premiumDepthShare = premiumDepthShare
    self.premiumHalfLifeHours = premiumHalfLifeHours
  }
}
