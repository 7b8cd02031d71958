public import Quantities

extension Fraction {
  /// The exact sum.
  ///
  /// - Throws: ``MarginError/overflow(operation:)`` if numerator or denominator leave 64 bits.
  public func adding(_ other: Fraction) throws(MarginError) -> Fraction {
    let above =
      Int128(numerator) * Int128(other.denominator) + Int128(other.numerator) * Int128(denominator)
    let below = Int128(denominator) * Int128(other.denominator)
    let divisor = Int128(commonDivisor(above.magnitude, below.magnitude))
    guard let exactAbove = Int64(exactly: above / divisor),
      let exactBelow = Int64(exactly: below / divisor)
    else { throw .overflow(operation: "\(self) + \(other)") }
    return Fraction(exactAbove, over: exactBelow)
  }

  /// The exact product.
  ///
  /// - Throws: ``MarginError/overflow(operation:)`` if numerator or denominator leave 64 bits.
  public func multiplied(by other: Fraction) throws(MarginError) -> Fraction {
    let above = Int128(numerator) * Int128(other.numerator)
    let below = Int128(denominator) * Int128(other.denominator)
    let divisor = Int128(commonDivisor(above.magnitude, below.magnitude))
    guard let exactAbove = Int64(exactly: above / divisor),
      let exactBelow = Int64(exactly: below / divisor)
    else { throw .overflow(operation: "\(self) × \(other)") }
    return Fraction(exactAbove, over: exactBelow)
  }

  /// The fraction of an amount, rounded as named.
  ///
  /// - Throws: ``MarginError/overflow(operation:)`` if the result leaves 64 bits.
  public func applied(to amount: Amount, rounding: Rounding) throws(MarginError) -> Amount {
    let product = Int128(numerator) * Int128(amount.units)
    guard
      let units = Int64(exactly: product.divided(by: Int128(denominator), rounding: rounding))
    else { throw .overflow(operation: "\(self) × \(amount.units)") }
    return Amount(units)
  }
}
