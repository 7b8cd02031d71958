public import Quantities

/// Gold that a Treasury carries at a book price fixed by law, and what a higher one would make of it.
///
///     gain = ounces · (p − book price)
///
/// Whole ounces times a price in 10⁻⁴ dollars is a whole number of 10⁻⁴ dollars: nothing is rounded. The gain is
/// posted twice, certificates to the central bank and the same amount to the Treasury's account
/// (``GoldRevaluation`` does it on a ledger). No gold leaves: selling some is another decision, with its own
/// function. 261 498 926 ounces are 8 133.46 tonnes. Source: Treasury status report of U.S. government gold
/// reserve; 31 U.S.C. 5117; `model.md` §4.9. Tested by row S38.
public struct OfficialGold: Hashable, Sendable {
  /// Fine troy ounces.
  public private(set) var ounces: Int64
  /// Dollars an ounce in steps of 10⁻⁴; 42.2222 by statute since 1973.
  public private(set) var bookPrice: Price

  private static let domain = ModelDomain(model: "official gold")

  /// Takes the gold of the United States unless told otherwise.
  ///
  /// - Parameters:
  ///   - ounces: Not negative.
  ///   - bookPrice: In steps of 10⁻⁴ dollars, not negative.
  /// - Throws: ``ModelError/invalid(model:field:value:expected:)``.
  public init(
    ounces: Int64 = 261_498_926,
    bookPrice: Price = Price(422_222)
  ) throws(ModelError) {
    for (field, value) in [("ounces", ounces), ("book price", bookPrice.units)] where value < 0 {
      throw Self.domain.invalid(field, "\(value)", "a number that is not negative")
    }
    self.ounces = ounces
    self.bookPrice = bookPrice
    _ = try value(at: bookPrice)
  }

  /// The amounts of a revaluation, in 10⁻⁴ dollars; negative if the book price is lowered.
  public struct Postings: Hashable, Sendable {
    /// Certificates that the Treasury issues to the central bank: its debt and their asset.
    public let certificates: Amount
    /// What the central bank credits to the Treasury's account: their debt and its asset.
    public let treasuryAccount: Amount
  }

  /// ounces · p, in 10⁻⁴ dollars.
  ///
  /// - Throws: ``ModelError/invalid(model:field:value:expected:)`` if it leaves 64 bits.
  public func value(at price: Price) throws(ModelError) -> Amount {
    try Self.product(ounces, Int128(price.units))
  }

  /// ounces · (p − book price), in 10⁻⁴ dollars.
  ///
  ///     try OfficialGold().gain(at: Price(29_200_000))   // 752.5358… billion dollars
  ///
  /// - Throws: ``ModelError/invalid(model:field:value:expected:)`` if it leaves 64 bits.
  public func gain(at price: Price) throws(ModelError) -> Amount {
    try Self.product(ounces, Int128(price.units) - Int128(bookPrice.units))
  }

  /// Raises the book price and returns what must be posted.
  ///
  /// - Parameter price: The new book price, not negative.
  /// - Returns: The two amounts, equal.
  /// - Throws: ``ModelError/invalid(model:field:value:expected:)``.
  public mutating func revalue(to price: Price) throws(ModelError) -> Postings {
    guard price.units >= 0 else {
      throw Self.domain.invalid("book price", "\(price.units)", "a number that is not negative")
    }
    let gain = try gain(at: price)
    _ = try value(at: price)
    bookPrice = price
    return Postings(certificates: gain, treasuryAccount: gain)
  }

  /// What a sale of some ounces brings, and the certificates that must be redeemed for them.
  ///
  /// - Parameters:
  ///   - sold: Ounces, at most what there is.
  ///   - price: The market's, in steps of 10⁻⁴ dollars.
  /// - Returns: The proceeds, and the book value of what left.
  /// - Throws: ``ModelError/invalid(model:field:value:expected:)``.
  public mutating func sell(
    _ sold: Int64,
    at price: Price
  ) throws(ModelError) -> (proceeds: Amount, redeemed: Amount) {
    guard (0...ounces).contains(sold) else {
      throw Self.domain.invalid("ounces sold", "\(sold)", "0 to \(ounces)")
    }
    let proceeds = try Self.product(sold, Int128(price.units))
    let redeemed = try Self.product(sold, Int128(bookPrice.units))
    ounces -= sold
    return (proceeds, redeemed)
  }

  private static func product(_ ounces: Int64, _ price: Int128) throws(ModelError) -> Amount {
    guard let units = Int64(exactly: Int128(ounces) * price) else {
      throw domain.invalid("price", "\(price)", "a value of 64 bits for \(ounces) ounces")
    }
    return Amount(units)
  }
}
