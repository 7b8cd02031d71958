/// A thing that is owned or owed, with the scale of its minor unit.
///
/// Dollars, yen and the like count 10⁻⁴ of the currency unit, bitcoin and ether 10⁻⁸ of a coin,
/// everything else 10⁻⁴ (`model.md` §0.2). Two assets are the same if symbol and scale are.
public struct Asset: Hashable, Sendable {
  /// The ticker, at most fifteen bytes so that it is stored in place.
  public let symbol: String
  /// The number of decimal digits of the minor unit: 8 means 10⁻⁸ of one unit.
  public let decimals: Int

  /// Creates an asset.
  ///
  /// - Parameters:
  ///   - symbol: Not empty.
  ///   - decimals: From 0 to 18.
  public init(symbol: String, decimals: Int) {
    precondition(!symbol.isEmpty, "an asset needs a symbol")
    precondition((0...18).contains(decimals), "decimals out of 0...18: \(decimals)")
    self.symbol = symbol
    self.decimals = decimals
  }

  /// The United States dollar, in hundredths of a cent.
  public static let usd = Asset(symbol: "USD", decimals: 4)
  /// Bitcoin, in satoshi.
  public static let btc = Asset(symbol: "BTC", decimals: 8)
  /// Ether, in units of 10⁻⁸.
  public static let eth = Asset(symbol: "ETH", decimals: 8)

  /// The number of minor units in one unit of the asset.
  public var unitsPerOne: Int64 { Int64(powerOfTen(decimals)) }

  /// The amount nearest to `value` units of the asset, ties to even.
  ///
  /// - Throws: ``QuantityError/overflow(operation:)`` if it leaves 64 bits or is not finite.
  public func amount(of value: Double) throws(QuantityError) -> Amount {
    let scaled = (value * Double(unitsPerOne)).rounded(.toNearestOrEven)
    guard let units = Int64(exactly: scaled) else {
      throw .overflow(operation: "\(value) × 10^\(decimals)")
    }
    return Amount(units)
  }

  /// The amount in units of the asset, for statistics and display.
  public func value(of amount: Amount) -> Double {
    Double(amount.units) / Double(unitsPerOne)
  }

  /// The exact decimal text of an amount, without grouping.
  ///
  ///     Asset.usd.text(of: Amount(-15_000))   // "-1.5000"
  public func text(of amount: Amount) -> String {
    FixedPoint.text(amount.units, decimals: decimals)
  }
}

/// Ten to the power of `exponent`, exactly.
///
/// - Parameter exponent: From 0 to 38.
/// - Returns: A positive number.
public func powerOfTen(_ exponent: Int) -> Int128 {
  precondition((0...38).contains(exponent), "exponent out of 0...38: \(exponent)")
  var result: Int128 = 1
  for _ in 0..<exponent { result *= 10 }
  return result
}
