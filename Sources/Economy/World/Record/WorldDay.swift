public import Quantities

/// What is recorded of one day of a world.
public struct WorldDay: Hashable, Sendable {
  /// One market's day.
  public struct Market: Hashable, Sendable {
    /// The mid at 24:00 UTC, dollars.
    public let close: Double
    /// The lowest mid at the end of a bar, dollars.
    public let low: Double
    /// Annualised realised volatility of up to thirty days, uncentred; nil before two days.
    public let realisedVolatility: Double?
    /// Dollars traded by takers, liquidations included.
    public let volume: Double
    /// Signed dollars of takers by tag: directional, neutral, forced, policy.
    public let flowByTag: [Double]
    /// Dollars of positions and holdings that were sold or bought by force.
    public let forced: Double
    /// The depth multiplier at the end.
    public let depth: Double
    /// The log return that news alone made, shocks of the scenario included.
    public let newsLogReturn: Double
    /// Signed dollars that uninformed traders ordered.
    public let noiseFlow: Double
    /// Bars in which a circuit breaker had halted the market or its contract.
    public let haltedBars: Int
    /// Dollars of decisions that were refused in halts.
    public let refused: Double
  }

  /// One perpetual contract's day.
  public struct Perpetual: Hashable, Sendable {
    /// The place of its spot market.
    public let market: Int
    /// Dollars of one side.
    public let openInterest: Double
    /// Coins of one side.
    public let openInterestCoins: Double
    /// The last funding rate per eight hours.
    public let fundingRate: Double
    /// The premium over the index.
    public let premium: Double
    /// g, the local gain of a fall.
    public let localGain: Double
    /// Dollars of longs and of shorts that venues closed.
    public let liquidatedLongs: Double
    /// See ``liquidatedLongs``.
    public let liquidatedShorts: Double
    /// The number of closed positions.
    public let liquidationCount: Int
    /// What the insurance fund holds, dollars.
    public let insuranceFund: Double
    /// Losses that neither fund nor profits covered, dollars, so far.
    public let deficit: Double
  }

  /// The date.
  public let date: Day
  /// By place of the market.
  public let markets: [Market]
  /// The contracts.
  public let perpetuals: [Perpetual]
  /// The annualised basis of each dated future.
  public let bases: [Double]
  /// Dollars of one side of each dated future at the mark.
  public let futureOpenInterests: [Double]
  /// The overnight market; nil without trades.
  public let repo: RepoDay?
  /// The published figures, in the order of their places.
  public let figures: [Double]
  /// Net worth of each participant in dollars.
  public let netWorths: [Double]
  /// Signed dollars ordered by each participant in all markets.
  public let flows: [Double]
  /// Dollars forced upon each participant.
  public let forced: [Double]
  /// The 64-bit hash of all books and prices.
  public let hash: UInt64
}
