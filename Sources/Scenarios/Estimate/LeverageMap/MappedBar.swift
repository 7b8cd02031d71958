public import Quantities

/// One bar as the map saw it: what its price path sweeps, from what was known before it.
public struct MappedBar: Sendable {
  /// The start of the bar.
  public let start: Instant
  /// Open interest known before the bar, in coins.
  public let openInterest: Double
  /// The price at which the bar opens, US dollars.
  public let price: Double
  /// Funding known before the bar, in units of 0.05 % per eight hours, within ±3.
  public let funding: Double
  /// What the path sweeps.
  public let swept: SweptShares
  /// Log fall from the open to the lowest price; not negative.
  public let fall: Double
  /// Log rise from the open to the highest price; not negative.
  public let rise: Double
  /// Average traded value of an hour before the bar, US dollars.
  public let hourlyVolume: Double

  /// The same bar in a market without positions at its start: the control of the map itself.
  public var withoutMap: MappedBar {
    MappedBar(
      start: start,
      openInterest: openInterest,
      price: price,
      funding: funding,
      swept: swept.withoutMap,
      fall: fall,
      rise: rise,
      hourlyVolume: hourlyVolume
    )
  }

  /// Forced value by side under a mixture, US dollars, up to the scale of what is reported.
  public func predicted(_ mixture: LeverageMixture) -> (long: Double, short: Double) {
    var long = 0.0
    var short = 0.0
    for (index, share) in mixture.shares.enumerated() {
      long += share * swept.long[index]
      short += share * swept.short[index]
    }
    let value = openInterest * price
    let tilt = Libm.exponential(mixture.fundingTilt * funding)
    // A few millionths of the open interest keep ratios finite where a path sweeps nothing.
    return (value * (long + 3e-6) * tilt, value * (short + 3e-6) / tilt)
  }
}
