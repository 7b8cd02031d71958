public import Quantities

extension Contract {
  /// The value of a size at a price, in settlement units.
  ///
  /// - Parameters:
  ///   - size: Not negative.
  ///   - price: Positive for an inverse contract; there the value explodes near zero and is refused
  ///     when it leaves 64 bits.
  ///   - rounding: The way the last settlement unit is resolved.
  /// - Returns: Settlement units, not negative.
  /// - Throws: ``MarginError/overflow(operation:)`` if the value leaves 64 bits,
  ///   ``MarginError/outOfDomain(field:value:expected:)`` for an inverse price that is not
  ///   positive.
  public func value(
    of size: Amount,
    at price: Price,
    rounding: Rounding
  ) throws(MarginError) -> Amount {
    do throws(QuantityError) {
      switch payoff {
      case .linear: return try scale.cash(for: size, at: price, rounding: rounding)
      case .inverse:
        guard price.units > 0 else {
          throw .overflow(operation: "\(size.units) ÷ price \(price.units)")
        }
        return try scale.quantity(for: size, at: price, rounding: rounding)
      case .quanto:
        let product = Int128(size.units) * Int128(price.units)
        let quotient = product.scaled(
          by: Int128(multiplier.numerator),
          over: Int128(multiplier.denominator),
          rounding: rounding
        )
        guard let quotient, let units = Int64(exactly: quotient) else {
          throw .overflow(operation: "\(size.units) × \(price.units) × \(multiplier)")
        }
        return Amount(units)
      }
    } catch {
      throw MarginError(error)
    }
  }

  /// The unrealised profit of a position at a mark, rounded down: a credit never exceeds its worth.
  ///
  /// - Returns: Settlement units, negative for a loss.
  public func unrealisedProfit(
    of position: Position,
    at mark: Price
  ) throws(MarginError) -> Amount {
    guard let side = position.side else { return .zero }
    let isValueCredited = (side == .long) == payoff.isStraight
    let exit = try value(
      of: position.size.magnitude,
      at: mark,
      rounding: isValueCredited ? .down : .up
    )
    return Amount(
      payoff.profit(side, entryValue: position.entryValue.units, exitValue: exit.units)
    )
  }

  /// The notional of a position at a mark for a requirement, rounded up.
  ///
  /// - Returns: Settlement units: quote for linear, coin for inverse contracts.
  public func notional(of position: Position, at mark: Price) throws(MarginError) -> Amount {
    try value(of: position.size.magnitude, at: mark, rounding: .up)
  }

  /// The factors that turn settlement units per size unit (per settlement unit when inverse) into
  /// price units: price = quotient × above ÷ below.
  var priceFactors: (above: Int128, below: Int128) {
    if payoff == .quanto {
      return (Int128(multiplier.denominator), Int128(multiplier.numerator))
    }
    let exponent = scale.baseDecimals + scale.priceDecimals - scale.quoteDecimals
    return exponent >= 0 ? (powerOfTen(exponent), 1) : (1, powerOfTen(-exponent))
  }

  /// The price nearest to the average entry of a position, for display.
  ///
  /// The position keeps its entry value; this price is derived from it and never fed back.
  public func averageEntry(of position: Position) throws(MarginError) -> Price? {
    guard position.side != nil else { return nil }
    let size = Int128(position.size.magnitude.units)
    let value = Int128(position.entryValue.units)
    let (above, below) = priceFactors
    let quotient =
      payoff.isStraight
      ? value.scaled(by: above, over: size * below, rounding: .toNearestOrEven)
      : value == 0 ? nil : size.scaled(by: above, over: value * below, rounding: .toNearestOrEven)
    guard let quotient, let units = Int64(exactly: quotient) else {
      throw .overflow(operation: "average entry of \(value) for \(size)")
    }
    return Price(units)
  }
}
