public import Exchange
public import Quantities

/// How far a perpetual trades from spot, and the funding rate that follows.
///
///     premium = s · D, at most ± the limit
///     funding = P̄ + clamp(I − P̄, −δ, +δ), capped;   P̄ the premium's time-weighted average
///
/// D is the ``FlowImbalance`` of perpetual over spot. A world that clears spot and perpetual in one
/// market has one price; the premium is what the netting hides.
///
///     premium.add(perpetualFlow: 3e8, spotFlow: -1e8)
///     premium.sample(at: now)                      // every bar
///     let rate = premium.endInterval(at: now)      // every eight hours
///
/// Source: `model.md` §3.4; `exchange-mechanics.md` §4.
public struct PerpetualPremium: Hashable, Sendable {
  /// Funding every eight hours: interest 0.01 %, half-width 0.05 %, cap 0.75 %.
  public static let eightHourFunding = FundingRule(
    formula: .clamped(interest: Rate(basisPoints: 1), halfWidth: Rate(basisPoints: 5)),
    average: .timeWeighted,
    interval: .hours(8),
    cap: Rate(basisPoints: 75),
    paymentPrice: .mark
  )

  /// The flow of the perpetual less that of spot.
  public private(set) var imbalance: FlowImbalance
  /// s, the premium per unit of quote currency.
  public let slope: Double
  /// The largest absolute premium.
  public let limit: Double
  /// How a premium becomes a rate.
  public let rule: FundingRule
  private var average: PremiumAverage

  /// Creates the premium of a contract without a history.
  ///
  /// - Parameters:
  ///   - slope: Premium per unit of quote currency, not negative.
  ///   - resiliencePerSecond: Not negative.
  ///   - limit: Positive, below 1.
  ///   - rule: How a premium becomes a rate.
  public init(
    slope: Double,
    resiliencePerSecond: Double,
    limit: Double = 0.05,
    rule: FundingRule = PerpetualPremium.eightHourFunding
  ) {
    precondition(slope >= 0 && slope.isFinite, "a slope is not negative: \(slope)")
    precondition(limit > 0 && limit < 1, "a premium's limit lies in 0 ..< 1: \(limit)")
    imbalance = FlowImbalance(resiliencePerSecond: resiliencePerSecond)
    self.slope = slope
    self.limit = limit
    self.rule = rule
    average = PremiumAverage(kind: rule.average)
  }

  /// The premium over spot as a fraction.
  public var premium: Double { min(max(slope * imbalance.displacement, -limit), limit) }

  /// Adds flow, both signed quote currency.
  public mutating func add(perpetualFlow: Double, spotFlow: Double) {
    imbalance.add(derivativeFlow: perpetualFlow, spotFlow: spotFlow)
  }

  /// Lets time pass: arbitrage closes the gap.
  public mutating func elapse(seconds: Double) {
    imbalance.elapse(seconds: seconds)
  }

  /// Takes the premium as a sample that stands from now on.
  ///
  /// - Parameter time: Not before the previous sample's.
  public mutating func sample(at time: Instant) {
    // The limit keeps the fraction in the range of a rate: below one, in parts per trillion.
    let parts = (premium * Double(Rate.partsPerOne)).rounded(.toNearestOrEven)
    average.add(Rate(partsPerTrillion: Int64(parts)), at: time)
  }

  /// The rate that would be paid if the interval ended now; that of no premium without samples.
  public func predictedRate(at time: Instant) -> Rate {
    rule.rate(premium: average.value(at: time) ?? .zero)
  }

  /// Ends a funding interval and starts the next.
  ///
  /// - Parameter time: Not before the last sample's.
  /// - Returns: What longs pay, as a fraction of the notional.
  public mutating func endInterval(at time: Instant) -> Rate {
    let rate = predictedRate(at: time)
    average.restart(at: time)
    return rate
  }
}
