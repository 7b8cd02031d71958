public import Quantities

/// A position in one contract: signed size and entry value, both exact.
///
/// The entry value is a sum of integers; the average entry price is derived from it for display
/// (`exchange-mechanics.md` §1). A trade's value is rounded once, when it prints, and both sides use
/// the same number, so that realised plus unrealised profit sums to zero over the market exactly.
public struct Position: Hashable, Sendable {
  /// Long positive, short negative, in the contract's size units.
  public private(set) var size: Amount
  /// The value at which the open size was entered, not negative, in settlement units.
  public private(set) var entryValue: Amount

  /// Creates a position.
  ///
  /// - Parameters:
  ///   - size: Long positive, short negative.
  ///   - entryValue: Not negative; zero for no position.
  public init(size: Amount = .zero, entryValue: Amount = .zero) {
    precondition(entryValue.units >= 0, "an entry value is not negative: \(entryValue.units)")
    precondition(size.units != 0 || entryValue.units == 0, "no position has no entry value")
    self.size = size
    self.entryValue = entryValue
  }

  /// No position.
  public static let flat = Position()

  /// The side, or nil when flat.
  public var side: PositionSide? {
    size.units > 0 ? .long : size.units < 0 ? .short : nil
  }

  /// Books a fill: an opening fill adds its value, a reducing one realises profit in proportion, and
  /// one through zero closes the old side and opens the new one with the rest of the value.
  ///
  /// - Parameters:
  ///   - quantity: Bought positive, sold negative, not zero.
  ///   - value: What the fill is worth in settlement units, not negative; the same for both sides.
  ///   - payoff: The contract's payoff.
  /// - Returns: What was closed and opened and what that realised.
  /// - Throws: ``MarginError/overflow(operation:)`` if the size or entry value leave 64 bits.
  public mutating func book(
    _ quantity: Amount,
    value: Amount,
    payoff: Payoff
  ) throws(MarginError) -> PositionFill {
    precondition(quantity.units != 0 && value.units >= 0, "a fill has a quantity and a value")
    let (after, overflow) = size.units.addingReportingOverflow(quantity.units)
    guard !overflow else { throw .overflow(operation: "\(size.units) + \(quantity.units)") }
    let isReducing = size.units != 0 && (size.units < 0) != (quantity.units < 0)
    let closed = isReducing ? Amount(min(abs(size.units), abs(quantity.units))) : .zero
    let opened = quantity.magnitude - closed
    let closedValue = try share(closed, of: quantity.magnitude, value: value, rounding: .down)
    var realised = Amount.zero
    if let side, closed.units > 0 {
      let isEntryCredited = (side == .short) == payoff.isStraight
      let released = try share(
        closed,
        of: size.magnitude,
        value: entryValue,
        rounding: isEntryCredited ? .down : .up
      )
      realised = Amount(
        payoff.profit(side, entryValue: released.units, exitValue: closedValue.units)
      )
      entryValue -= released
    }
    let (sum, tooLarge) = entryValue.units.addingReportingOverflow((value - closedValue).units)
    guard !tooLarge else { throw .overflow(operation: "\(entryValue.units) + \(value.units)") }
    entryValue = Amount(sum)
    size = Amount(after)
    return PositionFill(closed: closed, opened: opened, realised: realised)
  }

  /// Books a fill at a price, with the value rounded to the nearest settlement unit, ties to even.
  ///
  /// Buyer and seller of one trade get the same value because the rounding does not look at the
  /// side.
  public mutating func book(
    _ quantity: Amount,
    at price: Price,
    of contract: Contract
  ) throws(MarginError) -> PositionFill {
    let value = try contract.value(
      of: quantity.magnitude,
      at: price,
      rounding: .toNearestOrEven
    )
    return try book(quantity, value: value, payoff: contract.payoff)
  }

  private func share(
    _ part: Amount,
    of whole: Amount,
    value: Amount,
    rounding: Rounding
  ) throws(MarginError) -> Amount {
    guard part != whole else { return value }
    let quotient = (Int128(value.units) * Int128(part.units))
      .divided(by: Int128(whole.units), rounding: rounding)
    guard let units = Int64(exactly: quotient) else {
      throw .overflow(operation: "\(value.units) × \(part.units) ÷ \(whole.units)")
    }
    return Amount(units)
  }
}
