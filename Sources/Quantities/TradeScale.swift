/// The declared scales of one market, and the only conversions between base, price and quote.
///
/// With quantity `q` in 10^−b of the base, price `p` in 10^−d quote per base and cash in 10^−c of
/// the quote, cash = q · p · 10^(c − b − d), computed in 128 bits and rounded once.
///
///     let scale = TradeScale(base: .btc, quote: .usd, priceDecimals: 4)
///     try scale.cash(for: Amount(50_000_000), at: Price(900_000_000), rounding: .toNearestOrEven)
///     // Amount(450_000_000): half a bitcoin at 90 000 is 45 000 dollars
public struct TradeScale: Hashable, Sendable {
  /// Decimals of the base asset's minor unit.
  public let baseDecimals: Int
  /// Decimals of the price's smallest step.
  public let priceDecimals: Int
  /// Decimals of the quote asset's minor unit.
  public let quoteDecimals: Int
  private let multiplier: Int128
  private let divisor: Int128

  /// Creates the scale of a market.
  ///
  /// - Parameters:
  ///   - base: The asset that is traded.
  ///   - quote: The asset that pays for it.
  ///   - priceDecimals: From 0 to 18.
  public init(base: Asset, quote: Asset, priceDecimals: Int) {
    self.init(
      baseDecimals: base.decimals,
      priceDecimals: priceDecimals,
      quoteDecimals: quote.decimals
    )
  }

  /// Creates a scale from three numbers of decimals, each from 0 to 18.
  public init(baseDecimals: Int, priceDecimals: Int, quoteDecimals: Int) {
    precondition((0...18).contains(priceDecimals), "decimals out of 0...18: \(priceDecimals)")
    self.baseDecimals = baseDecimals
    self.priceDecimals = priceDecimals
    self.quoteDecimals = quoteDecimals
    let exponent = quoteDecimals - baseDecimals - priceDecimals
    multiplier = exponent > 0 ? powerOfTen(exponent) : 1
    divisor = exponent < 0 ? powerOfTen(-exponent) : 1
  }

  /// The cash that `quantity` is worth at `price`.
  ///
  /// - Returns: Quote minor units with the sign of quantity times price, rounded as named.
  /// - Throws: ``QuantityError/overflow(operation:)`` if the cash leaves 64 bits.
  public func cash(
    for quantity: Amount,
    at price: Price,
    rounding: Rounding
  ) throws(QuantityError) -> Amount {
    let product = Int128(quantity.units) * Int128(price.units)
    let (scaled, overflow) = product.multipliedReportingOverflow(by: multiplier)
    guard !overflow,
      let units = Int64(exactly: scaled.divided(by: divisor, rounding: rounding))
    else { throw .overflow(operation: "\(quantity.units) × \(price.units)") }
    return Amount(units)
  }

  /// The quantity that `cash` buys at `price`.
  ///
  /// - Parameters:
  ///   - cash: Quote minor units.
  ///   - price: Not zero.
  ///   - rounding: The way the last base unit is resolved.
  /// - Returns: Base minor units with the sign of cash over price, rounded as named.
  /// - Throws: ``QuantityError/overflow(operation:)`` if the quantity leaves 64 bits.
  public func quantity(
    for cash: Amount,
    at price: Price,
    rounding: Rounding
  ) throws(QuantityError) -> Amount {
    precondition(price.units != 0, "a quantity has no price of zero")
    let (scaled, first) = Int128(cash.units).multipliedReportingOverflow(by: divisor)
    let (below, second) = Int128(price.units).multipliedReportingOverflow(by: multiplier)
    guard !first, !second,
      let units = Int64(exactly: scaled.divided(by: below, rounding: rounding))
    else { throw .overflow(operation: "\(cash.units) ÷ \(price.units)") }
    return Amount(units)
  }

  /// The price nearest to `value` quote units per base unit, ties to even.
  ///
  /// - Throws: ``QuantityError/overflow(operation:)`` if it leaves 64 bits or is not finite.
  public func price(of value: Double) throws(QuantityError) -> Price {
    let scaled = (value * Double(Int64(powerOfTen(priceDecimals)))).rounded(.toNearestOrEven)
    guard let units = Int64(exactly: scaled) else {
      throw .overflow(operation: "price \(value) × 10^\(priceDecimals)")
    }
    return Price(units)
  }

  /// The price in quote units per base unit, for statistics and display.
  public func value(of price: Price) -> Double {
    Double(price.units) / Double(Int64(powerOfTen(priceDecimals)))
  }
}
