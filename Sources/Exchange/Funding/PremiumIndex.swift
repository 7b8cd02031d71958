public import Quantities

/// How far a perpetual trades from its index.
public enum PremiumIndex {
  /// `P = (max(0, impact bid − I) − max(0, I − impact ask)) / I`, rounded to the nearest part per
  /// trillion.
  ///
  /// - Parameters:
  ///   - impactBid: What a sale of the impact notional fetches on average.
  ///   - impactAsk: What its purchase costs on average.
  ///   - index: Positive.
  /// - Returns: A share of the index; positive when the perpetual trades above it.
  /// - Throws: ``MarginError/outOfDomain(field:value:expected:)`` for an index that is not
  ///   positive.
  public static func premium(
    impactBid: Price,
    impactAsk: Price,
    index: Price
  ) throws(MarginError) -> Rate {
    let above = max(0, Int128(impactBid.units) - Int128(index.units))
    let below = max(0, Int128(index.units) - Int128(impactAsk.units))
    return try ratio(above - below, to: index)
  }

  /// `P = (mark − index) / index` [DB-fund].
  public static func premium(mark: Price, index: Price) throws(MarginError) -> Rate {
    try ratio(Int128(mark.units) - Int128(index.units), to: index)
  }

  private static func ratio(_ distance: Int128, to index: Price) throws(MarginError) -> Rate {
    guard index.units > 0 else {
      throw .outOfDomain(field: "index", value: "\(index.units)", expected: "above zero")
    }
    let parts = distance.scaled(
      by: Int128(Rate.partsPerOne),
      over: Int128(index.units),
      rounding: .toNearestOrEven
    )
    guard let parts, let units = Int64(exactly: parts) else {
      throw .overflow(operation: "premium \(distance) of \(index.units)")
    }
    return Rate(partsPerTrillion: units)
  }

  /// One level of a side of the book, best first.
  public struct Level: Hashable, Sendable {
    /// The price.
    public let price: Price
    /// The resting size.
    public let size: Amount

    /// Creates a level; price and size positive.
    public init(price: Price, size: Amount) {
      precondition(price.units > 0 && size.units > 0, "a level has a price and a size")
      self.price = price
      self.size = size
    }
  }

  /// The average price of filling a fixed notional against one side of the book.
  ///
  /// The notional is `impact margin notional / initial margin rate`. Source: §4 [BN-fund].
  ///
  /// - Parameters:
  ///   - notional: Quote units, positive.
  ///   - levels: Of one side, best first.
  ///   - scale: Of the market.
  /// - Returns: Notional over size, to the nearest price unit; nil if the side is not deep enough.
  /// - Throws: ``MarginError/overflow(operation:)`` if a result leaves 64 bits.
  public static func impactPrice(
    of notional: Amount,
    levels: [Level],
    scale: TradeScale
  ) throws(MarginError) -> Price? {
    let exponent = scale.baseDecimals + scale.priceDecimals - scale.quoteDecimals
    let toProduct = exponent > 0 ? powerOfTen(exponent) : 1
    let fromProduct = exponent < 0 ? powerOfTen(-exponent) : 1
    let (target, overflow) = Int128(notional.units).multipliedReportingOverflow(by: toProduct)
    guard !overflow else { throw .overflow(operation: "impact notional \(notional.units)") }
    var filled: Int128 = 0
    var size: Int128 = 0
    for level in levels {
      let price = Int128(level.price.units) * fromProduct
      let value = price * Int128(level.size.units)
      if filled + value >= target {
        let rest = (target - filled).divided(by: price, rounding: .up)
        size += rest
        guard size > 0,
          let average = Int64(
            exactly: target.divided(by: size * fromProduct, rounding: .toNearestOrEven)
          )
        else { throw .overflow(operation: "impact price of \(notional.units)") }
        return Price(average)
      }
      filled += value
      size += Int128(level.size.units)
    }
    return nil
  }
}
