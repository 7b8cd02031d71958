public import Quantities

/// The initial margin a position and its open orders reserve: that of the worse side.
///
/// If all buys filled the position would be `size + buys`, if all sells did `size − sells`; the larger
/// notional of the two is margined, so that orders which reduce the position cost nothing until they
/// exceed it. In hedge mode each side is margined with the orders that open it. Source:
/// `exchange-mechanics.md` §2.
public enum OrderMargin {
  /// The margined size in one-way mode: `max(|size + buys|, |size − sells|)`.
  ///
  /// - Parameters:
  ///   - size: Signed.
  ///   - buys: Sum of open buy orders, not negative.
  ///   - sells: Sum of open sell orders, not negative.
  /// - Returns: Not negative.
  /// - Throws: ``MarginError/overflow(operation:)`` if a result leaves 64 bits.
  public static func worseSize(
    of size: Amount,
    buys: Amount,
    sells: Amount
  ) throws(MarginError) -> Amount {
    precondition(buys.units >= 0 && sells.units >= 0, "open orders are not negative")
    let long = Int128(size.units) + Int128(buys.units)
    let short = Int128(size.units) - Int128(sells.units)
    guard let worse = Int64(exactly: max(long.magnitude, short.magnitude)) else {
      throw .overflow(operation: "open orders around \(size.units)")
    }
    return Amount(worse)
  }

  /// The initial margin of a one-way position and its orders together, rounded up.
  ///
  /// - Parameters:
  ///   - size: Signed.
  ///   - buys: Sum of open buy orders, not negative.
  ///   - sells: Sum of open sell orders, not negative.
  ///   - price: At which the notional is taken: the mark, or the dearest order if that is higher.
  ///   - contract: Of the position.
  ///   - schedule: The margin schedule.
  ///   - leverage: What the account chose, or nil for the schedule's own rate.
  /// - Returns: Settlement units.
  /// - Throws: ``MarginError/leverageAboveTier(leverage:maximum:)`` beyond the schedule's
  ///   leverage; ``MarginError/overflow(operation:)``.
  public static func initialMargin(
    size: Amount,
    buys: Amount,
    sells: Amount,
    price: Price,
    contract: Contract,
    schedule: MarginSchedule,
    leverage: Fraction?
  ) throws(MarginError) -> Amount {
    let worse = try worseSize(of: size, buys: buys, sells: sells)
    let notional = try contract.value(of: worse, at: price, rounding: .up)
    return try schedule.initialMargin(ofSize: worse, notional: notional, leverage: leverage)
  }

  /// The initial margin of both sides of a hedge with the orders that open them, rounded up.
  public static func initialMargin(
    long: Amount,
    short: Amount,
    openingBuys: Amount,
    openingSells: Amount,
    price: Price,
    contract: Contract,
    schedule: MarginSchedule,
    leverage: Fraction?
  ) throws(MarginError) -> Amount {
    var total = Amount.zero
    for (held, opening) in [(long, openingBuys), (short, openingSells)] {
      precondition(held.units >= 0 && opening.units >= 0, "both sides are sizes")
      let size = held + opening
      let notional = try contract.value(of: size, at: price, rounding: .up)
      total += try schedule.initialMargin(ofSize: size, notional: notional, leverage: leverage)
    }
    return total
  }
}
