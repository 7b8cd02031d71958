public import Quantities

/// Everything that a world is built of: a plain value, compared and hashed as one.
public struct WorldPlan: Hashable, Sendable {
  /// The first day.
  public var start: Day
  /// Bars a day: 96 of a quarter hour, or 1 for the lite mode.
  public var barsPerDay: Int
  /// Outside assets beyond the opening sheet.
  public var coins: [CoinPlan]
  /// Claims beyond the opening sheet.
  public var claims: [ClaimPlan]
  /// Accounts of the opening sheet that become several.
  public var splits: [AccountSplit]
  /// The spot markets.
  public var markets: [MarketPlan]
  /// The perpetual contracts.
  public var perpetuals: [PerpetualPlan]
  /// The annualised basis of dated futures without any imbalance.
  public var futureBasis: Double
  /// The share of the daily volume by which futures demand moves the basis by one percent a year.
  public var futureDepthShare: Double
  /// The half-life of an imbalance of futures demand, days.
  public var futureHalfLifeDays: Double
  /// Who acts.
  public var participants: [ParticipantPlan]
  /// What happens from outside.
  public var shocks: [WorldShock]
  /// The mechanisms that are off, by id.
  public var without: Set<String>
  /// What the residual provider takes from sectors at the opening, to trade with.
  public var residualProvider: [ParticipantPlan.Endowment]
  /// What is exchanged in the opening sheet before anything else is added to it, in this order.
  public var sheet: [SheetAdjustment]
  /// What figures are at the opening instead of what their publishers say, by name.
  public var openingFigures: [String: Double]

  /// Creates a plan.
  public init(
    start: Day,
    barsPerDay: Int = 96,
    coins: [CoinPlan] = [],
    claims: [ClaimPlan] = [],
    splits: [AccountSplit] = [],
    markets: [MarketPlan] = [],
    perpetuals: [PerpetualPlan] = [],
    futureBasis: Double = 0.045,
    futureDepthShare: Double = 0.02,
    futureHalfLifeDays: Double = 10,
    participants: [ParticipantPlan] = [],
    shocks: [WorldShock] = [],
    without: Set<String> = [],
    residualProvider: [ParticipantPlan.Endowment] = [],
    sheet: [SheetAdjustment] = [],
    openingFigures: [String: Double] = [:]
  ) {
    precondition(
      barsPerDay > 0 && 96 % barsPerDay == 0,
      "a day has a divisor of 96 as its number of bars: \(barsPerDay)"
    )
    self.start = start
    self.barsPerDay = barsPerDay
    self.coins = coins
    self.claims = claims
    self.splits = splits
    self.markets = markets
    self.perpetuals = perpetuals
    self.futureBasis = futureBasis
    self.futureDepthShare = futureDepthShare
    self.futureHalfLifeDays = futureHalfLifeDays
    self.participants = participants
    self.shocks = shocks
    self.without = without
    self.residualProvider = residualProvider
    self.sheet = sheet
    self.openingFigures = openingFigures
  }
}
