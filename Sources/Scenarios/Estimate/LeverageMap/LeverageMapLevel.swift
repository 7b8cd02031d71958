/// One price level of the leverage map on one side of the price.
public struct LeverageMapLevel: Sendable {
  /// `long` below the price, `short` above it.
  public let side: String
  /// The lower end, US dollars.
  public let priceLow: Double
  /// The upper end, US dollars.
  public let priceHigh: Double
  /// From the price to the near end of the level, as a fraction of the price.
  public let distance: Double
  /// Forced value, US dollars.
  public let notional: Band
  /// Forced value from the price to the far end of the level, US dollars.
  public let cumulative: Band
}
