/// A spot market as a scenario writes it.
public struct MarketPlan: Hashable, Sendable {
  /// What moves the value that trades are anchored to.
  public enum ValueRule: Hashable, Sendable {
    /// News of a volatility, the share `common` of whose variance all markets share.
    case news(annualVolatility: Double, common: Double)
    /// One dollar, always: a claim at par whose secondary price can still deviate.
    case par
    /// The value that its issuer publishes as a figure, dollars per unit.
    case published(figure: String)
    /// The price of another market times a constant, without news of its own.
    case follows(market: String)
  }

  /// When orders are matched.
  public enum Hours: Hashable, Sendable {
    /// Every bar of every day.
    case always
    /// While New York's exchanges are open; news in between arrives at the opening.
    case newYork
  }

  /// The instrument's name in the ledger, also the market's name.
  public var name: String
  /// The opening price in dollars.
  public var price: Double
  /// What moves its value.
  public var value: ValueRule
  /// When it trades.
  public var hours: Hours
  /// V_D, dollars a day.
  public var dailyVolume: Double
  /// σ_D, the daily volatility that scales impact, a fraction.
  public var dailyVolatility: Double
  /// Y, the prefactor of the square-root law.
  public var prefactor: Double
  /// X₀ as a share of the daily volume.
  public var regulariserShare: Double
  /// The half-life of temporary impact in calm, minutes.
  public var resilienceHalfLifeMinutes: Double
  /// π, the share of a small trade's impact that stays.
  public var permanentShare: Double
  /// The half-life of what flow has added to the value, days; 0 for ever.
  public var reversionHalfLifeDays: Double
  /// Half the spread, log units.
  public var halfSpread: Double
  /// ν of the news' Student t distribution.
  public var newsDegreesOfFreedom: Double
  /// What stops trading after a large move, or nil.
  public var breaker: CircuitBreaker?

  /// Creates a market with the defaults of `model.md` §1.2 and §3.27.
  public init(
    _ name: String,
    price: Double,
    value: ValueRule,
    hours: Hours = .always,
    dailyVolume: Double,
    dailyVolatility: Double,
    prefactor: Double = 0.8,
    regulariserShare: Double = 0.001,
    resilienceHalfLifeMinutes: Double = 20,
    permanentShare: Double = 1.0 / 3,
    reversionHalfLifeDays: Double = 90,
    halfSpread: Double = 0.000_1,
    newsDegreesOfFreedom: Double = 4,
    breaker: CircuitBreaker? = nil
  ) {
    self.name = name
    self.price = price
    self.value = value
    self.hours = hours
    self.dailyVolume = dailyVolume
    self.dailyVolatility = dailyVolatility
    self.prefactor = prefactor
    self.regulariserShare = regulariserShare
    self.resilienceHalfLifeMinutes = resilienceHalfLifeMinutes
    self.permanentShare = permanentShare
    self.reversionHalfLifeDays = reversionHalfLifeDays
    self.halfSpread = halfSpread
    self.newsDegreesOfFreedom = newsDegreesOfFreedom
    self.breaker = breaker
  }
}
