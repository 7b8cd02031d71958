/// The filters an order must pass, as one value.
///
/// Prices are ticks, quantities are lots, notionals are their product. The defaults admit
/// everything that fits the number types.
public struct BookRules: Sendable, Hashable {
  /// Largest price the book can hold in any profile.
  public static let priceTicksLimit: Int64 = 1 << 30

  /// Prices are multiples of this many ticks.
  public var tickStep: Int64
  /// Quantities are multiples of this many lots.
  public var lotStep: Int64
  /// Largest price; at most ``priceTicksLimit``.
  public var priceTicksMax: Int64
  /// Smallest quantity of a limit order.
  public var quantityMin: Int64
  /// Largest quantity of a limit order.
  public var quantityMax: Int64
  /// Smallest quantity of a market order.
  public var marketQuantityMin: Int64
  /// Largest quantity of a market order.
  public var marketQuantityMax: Int64
  /// Smallest price times quantity; not applied to reduce-only and liquidation orders, so that the
  /// last dust of a position can be closed.
  public var notionalMin: Int64
  /// Lower edge of the price band, as parts per million of the reference price; 0 is no edge.
  public var bandDownPartsPerMillion: Int64
  /// Upper edge of the price band, as parts per million of the reference price; `nil` is no edge.
  public var bandUpPartsPerMillion: Int64?

  /// Creates rules; without arguments they admit everything the number types can hold.
  public init(
    tickStep: Int64 = 1,
    lotStep: Int64 = 1,
    priceTicksMax: Int64 = BookRules.priceTicksLimit,
    quantityMin: Int64 = 1,
    quantityMax: Int64 = .max,
    marketQuantityMin: Int64 = 1,
    marketQuantityMax: Int64 = .max,
    notionalMin: Int64 = 0,
    bandDownPartsPerMillion: Int64 = 0,
    bandUpPartsPerMillion: Int64? = nil
  ) {
    precondition(tickStep > 0 && lotStep > 0, "steps must be positive")
    precondition(
      priceTicksMax > 0 && priceTicksMax <= BookRules.priceTicksLimit,
      "largest price must lie in 1 ... \(BookRules.priceTicksLimit): \(priceTicksMax)"
    )
    precondition(
      (0...1_000_000).contains(bandDownPartsPerMillion)
        && (bandUpPartsPerMillion ?? 1_000_000) >= 1_000_000,
      "the band must contain its reference price"
    )
    self.tickStep = tickStep
    self.lotStep = lotStep
    self.priceTicksMax = priceTicksMax
    self.quantityMin = quantityMin
    self.quantityMax = quantityMax
    self.marketQuantityMin = marketQuantityMin
    self.marketQuantityMax = marketQuantityMax
    self.notionalMin = notionalMin
    self.bandDownPartsPerMillion = bandDownPartsPerMillion
    self.bandUpPartsPerMillion = bandUpPartsPerMillion
  }

  /// The prices a limit order may name, given a reference price in ticks (0 for none).
  ///
  /// The lower edge is rounded up and the upper edge down, so that the band never widens.
  public func band(around reference: Int64) -> ClosedRange<Int64> {
    guard reference > 0 else { return 1...priceTicksMax }
    let million: Int128 = 1_000_000
    let below = (Int128(reference) * Int128(bandDownPartsPerMillion) + million - 1) / million
    let low = Int64(min(max(below, 1), Int128(priceTicksMax)))
    guard let up = bandUpPartsPerMillion else { return low...priceTicksMax }
    let above = Int128(reference) * Int128(up) / million
    return low...Int64(min(above, Int128(priceTicksMax)))
  }
}
