/// What would be liquidated between two prices in one leverage band.
public struct FigureLevel: Hashable, Sendable {
  /// The leverage band, for example `20–50×`.
  public let band: String
  /// The lower price of the level.
  public let priceLow: Double
  /// The upper price of the level.
  public let priceHigh: Double
  /// The side that is liquidated there, for example `longs`.
  public let side: String
  /// The notional forced, in the unit of the figure.
  public let notional: Double

  /// Creates a level; one without height or with a negative notional traps.
  public init(band: String, priceLow: Double, priceHigh: Double, side: String, notional: Double) {
    precondition(priceLow < priceHigh, "a price level needs a height: \(priceLow) to \(priceHigh)")
    precondition(notional >= 0, "a forced notional is not negative: \(notional)")
    self.band = band
    self.priceLow = priceLow
    self.priceHigh = priceHigh
    self.side = side
    self.notional = notional
  }
}
