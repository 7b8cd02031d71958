/// Background orders without intent: what keeps a book alive between the orders that matter.
///
/// Per side and unit of time, limit orders arrive at distance i ≥ 1 ticks from the opposite best at
/// rate α(i) inside a window, market orders at rate μ/2; each resting order is cancelled at rate δ.
/// With flat α the natural units are μ/α ticks of price, α/δ orders of depth per tick, and ε = δ/μ.
///
/// Such a book has no memory of a price: a sweep of Q orders moves the mid by Q δ/(2α) ticks for
/// good. A share φ of the limit orders is therefore priced around a value v: normal in ln p with
/// deviation s, a bid below v and an ask above. Far from v these cross the spread and pull it back.
///
/// Sources: Daniels et al. (2003); Smith, Farmer, Gillemot & Krishnamurthy (2003), *Quant. Finance*
/// 3; Cont, Stoikov & Talreja (2010) for the power law; `model.md` §1.1. Tested by row S18.
public struct ZeroIntelligenceFlow: Hashable, Sendable {
  /// α, limit orders per tick, side and second next to the opposite best.
  public var limitRatePerTick: Double
  /// b in α(i) = α/iᵇ; 0 is flat.
  public var placementExponent: Double
  /// The number of ticks from the opposite best at which orders arrive.
  public var windowTicks: Int
  /// μ, market orders per second, both sides together.
  public var marketRate: Double
  /// δ, cancellations per resting order and second.
  public var cancelRate: Double
  /// q₀, the lots of every background order.
  public var orderLots: Int64
  /// φ, the share of limit orders priced around the value.
  public var valueShare: Double
  /// s, the standard deviation of ln p of those orders.
  public var valueDeviation: Double
  /// Self-excitation of market orders; nil for a Poisson process.
  public var excitation: Excitation?

  /// How market orders excite each other: n children each, after times of mean 1/β.
  public struct Excitation: Hashable, Sendable {
    /// n in 0 ..< 1.
    public var branchingRatio: Double
    /// β per second.
    public var decayRate: Double

    /// Creates an excitation; the defaults are those of `model.md` §1.1.
    public init(branchingRatio: Double = 0.8, decayRate: Double = 1) {
      precondition((0..<1).contains(branchingRatio), "n lies in 0 ..< 1: \(branchingRatio)")
      precondition(decayRate > 0, "the decay must be positive: \(decayRate)")
      self.branchingRatio = branchingRatio
      self.decayRate = decayRate
    }
  }

  /// Creates a flow.
  ///
  /// - Parameters:
  ///   - limitRatePerTick: α, positive.
  ///   - placementExponent: b, not negative.
  ///   - windowTicks: Positive; at least 6 μ/α so that its edge is not felt.
  ///   - marketRate: μ, not negative.
  ///   - cancelRate: δ, positive.
  ///   - orderLots: q₀, positive.
  ///   - valueShare: φ in 0 ... 1.
  ///   - valueDeviation: s, positive where φ is.
  ///   - excitation: Self-excitation of market orders.
  public init(
    limitRatePerTick: Double,
    placementExponent: Double = 0,
    windowTicks: Int,
    marketRate: Double,
    cancelRate: Double,
    orderLots: Int64 = 1,
    valueShare: Double = 0,
    valueDeviation: Double = 0,
    excitation: Excitation? = nil
  ) {
    precondition(limitRatePerTick > 0, "the limit rate must be positive: \(limitRatePerTick)")
    precondition(placementExponent >= 0, "negative exponent: \(placementExponent)")
    precondition(windowTicks > 0, "the window must be positive: \(windowTicks)")
    precondition(marketRate >= 0, "negative market rate: \(marketRate)")
    precondition(cancelRate > 0, "the cancel rate must be positive: \(cancelRate)")
    precondition(orderLots > 0, "orders must not be empty: \(orderLots)")
    precondition((0...1).contains(valueShare), "a share lies in 0 ... 1: \(valueShare)")
    precondition(
      valueShare == 0 || valueDeviation > 0,
      "value orders need a deviation: \(valueDeviation)"
    )
    precondition(
      excitation == nil || marketRate > 0,
      "self-exciting market orders need a rate"
    )
    self.limitRatePerTick = limitRatePerTick
    self.placementExponent = placementExponent
    self.windowTicks = windowTicks
    self.marketRate = marketRate
    self.cancelRate = cancelRate
    self.orderLots = orderLots
    self.valueShare = valueShare
    self.valueDeviation = valueDeviation
    self.excitation = excitation
  }

  /// μ/α, the natural unit of price in ticks.
  public var characteristicTicks: Double { marketRate / limitRatePerTick }

  /// α/δ, the orders per tick that rest far from the best price when α is flat.
  public var restingPerTick: Double { limitRatePerTick / cancelRate }

  /// δ/(2α), the ticks by which one order of a long sweep moves the mid when α is flat.
  public var sweepTicksPerOrder: Double { cancelRate / (2 * limitRatePerTick) }
}
