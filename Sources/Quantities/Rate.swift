/// An exact fraction in parts per trillion (10⁻¹²): margin rates, fees, haircuts, funding rates.
///
/// A rate that is an input of a behavioural rule or the result of a statistic is a `Double`; a rate
/// that decides who pays whom is a `Rate`.
///
///     Rate(partsPerMillion: 400)              // 0.04 %
///     Rate.oneOver(30, rounding: .up)         // 0.033333333334
public struct Rate: Hashable, Comparable, Sendable {
  /// The number of parts in one: 10¹².
  public static let partsPerOne: Int64 = 1_000_000_000_000

  /// Parts per trillion; a range of ±9.2 million times one.
  public var parts: Int64

  /// Creates a rate of `parts` parts per trillion.
  @inlinable
  public init(partsPerTrillion parts: Int64) {
    self.parts = parts
  }

  /// Creates a rate of `partsPerMillion` millionths; traps beyond the range.
  @inlinable
  public init(partsPerMillion: Int64) {
    parts = partsPerMillion * 1_000_000
  }

  /// Creates a rate of `basisPoints` ten-thousandths; traps beyond the range.
  @inlinable
  public init(basisPoints: Int64) {
    parts = basisPoints * 100_000_000
  }

  /// The rate nearest to a decimal fraction (0.05 is 5 %), ties to even.
  ///
  /// - Throws: ``QuantityError/overflow(operation:)`` beyond the range or if not finite.
  public init(nearest fraction: Double) throws(QuantityError) {
    let scaled = (fraction * Double(Rate.partsPerOne)).rounded(.toNearestOrEven)
    guard let parts = Int64(exactly: scaled) else {
      throw .overflow(operation: "rate \(fraction)")
    }
    self.parts = parts
  }

  /// Nothing.
  public static let zero = Rate(partsPerTrillion: 0)
  /// One hundred percent.
  public static let one = Rate(partsPerTrillion: partsPerOne)

  /// One over `divisor`, as in the initial margin rate of a leverage.
  public static func oneOver(_ divisor: Int64, rounding: Rounding) -> Rate {
    let parts = Int128(partsPerOne).divided(by: Int128(divisor), rounding: rounding)
    return Rate(partsPerTrillion: Int64(parts))
  }

  /// Orders rates by size.
  @inlinable
  public static func < (lhs: Rate, rhs: Rate) -> Bool { lhs.parts < rhs.parts }

  /// The sum of two rates; traps beyond the range.
  @inlinable
  public static func + (lhs: Rate, rhs: Rate) -> Rate {
    Rate(partsPerTrillion: lhs.parts + rhs.parts)
  }

  /// The difference of two rates; traps beyond the range.
  @inlinable
  public static func - (lhs: Rate, rhs: Rate) -> Rate {
    Rate(partsPerTrillion: lhs.parts - rhs.parts)
  }

  /// The rate with the opposite sign.
  @inlinable
  public static prefix func - (value: Rate) -> Rate { Rate(partsPerTrillion: -value.parts) }

  /// The rate as a decimal fraction, for statistics and display.
  public var fraction: Double { Double(parts) / Double(Rate.partsPerOne) }

  /// The rate of an amount, rounded as named.
  ///
  /// - Throws: ``QuantityError/overflow(operation:)`` if the result leaves 64 bits.
  public func applied(to amount: Amount, rounding: Rounding) throws(QuantityError) -> Amount {
    let product = Int128(parts) * Int128(amount.units)
    let quotient = product.divided(by: Int128(Rate.partsPerOne), rounding: rounding)
    guard let units = Int64(exactly: quotient) else {
      throw .overflow(operation: "\(parts) ppt × \(amount.units)")
    }
    return Amount(units)
  }

  /// The rate of a price, rounded as named.
  ///
  /// - Throws: ``QuantityError/overflow(operation:)`` if the result leaves 64 bits.
  public func applied(to price: Price, rounding: Rounding) throws(QuantityError) -> Price {
    Price(try applied(to: Amount(price.units), rounding: rounding).units)
  }
}
