public import Exchange
public import Quantities

/// The positions that an owner holds on one side when a world opens.
///
/// Entries are lognormal around a median and leverages a mixture by notional (`model.md` §2.1). No
/// dice: each leverage gets lots at the quantiles of its entries, given that the lot is still open.
public struct PerpetualOpening: Hashable, Sendable {
  /// One leverage of the mixture.
  public struct Component: Hashable, Sendable {
    /// Asked for; the venue grants at most its cap.
    public let leverage: Double
    /// The share of the notional, not negative; shares need not sum to one.
    public let weight: Double

    /// Creates a component.
    public init(leverage: Double, weight: Double) {
      precondition(weight >= 0 && weight.isFinite, "a weight is not negative: \(weight)")
      self.leverage = leverage
      self.weight = weight
    }
  }

  /// Which way the positions gain.
  public var side: PositionSide
  /// Their value at the opening price, quote minor units.
  public var notional: Amount
  /// The leverages by notional.
  public var mixture: [Component]
  /// The natural logarithm of the median entry over the opening price.
  public var entryPremium: Double
  /// The standard deviation of log entries.
  public var entrySpread: Double
  /// The lots of each leverage.
  public var lotsPerLeverage: Int
  /// The least distance between the price and a liquidation price, as a fraction of the price.
  public var distanceMin: Double

  /// The mixture of a whole market: 3, 5, 10, 25 and 50 times (`model.md` §2.1).
  public static let marketMixture = [
    Component(leverage: 3, weight: 0.30), Component(leverage: 5, weight: 0.30),
    Component(leverage: 10, weight: 0.25), Component(leverage: 25, weight: 0.10),
    Component(leverage: 50, weight: 0.05),
  ]

  /// Creates an opening position.
  ///
  /// - Parameters:
  ///   - side: Which way the positions gain.
  ///   - notional: At the opening price, quote minor units, not negative.
  ///   - mixture: With a positive weight.
  ///   - entryPremium: Log units; positive when the median holder bought above the opening price.
  ///   - entrySpread: Log units, not negative.
  ///   - lotsPerLeverage: Positive.
  ///   - distanceMin: In 0 ..< 1.
  public init(
    side: PositionSide,
    notional: Amount,
    mixture: [Component] = PerpetualOpening.marketMixture,
    entryPremium: Double = 0,
    entrySpread: Double = 0.08,
    lotsPerLeverage: Int = 64,
    distanceMin: Double = 0.002
  ) {
    precondition(notional >= .zero, "a notional is not negative: \(notional.units)")
    precondition(mixture.contains { $0.weight > 0 }, "a mixture has a positive weight")
    precondition(entryPremium.isFinite && entrySpread >= 0, "entries are lognormal")
    precondition(lotsPerLeverage > 0, "a leverage has lots: \(lotsPerLeverage)")
    precondition(distanceMin >= 0 && distanceMin < 1, "a distance in 0 ..< 1: \(distanceMin)")
    self.side = side
    self.notional = notional
    self.mixture = mixture
    self.entryPremium = entryPremium
    self.entrySpread = entrySpread
    self.lotsPerLeverage = lotsPerLeverage
    self.distanceMin = distanceMin
  }
}
