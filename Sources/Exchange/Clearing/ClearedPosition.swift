public import Quantities

/// What an account holds in one contract, as exact sums.
///
/// The entry is kept as a value, not as a price: the settlement amount at which the open size was
/// bought, with the sign of the size for a linear contract (`+ q e`) and the opposite sign for an
/// inverse one (`− Q / e`), so that for both
///
///     unrealised profit = value(size, mark) − entryValue
///
/// An average entry price is derived from it for display only (`exchange-mechanics.md` §1).
public struct ClearedPosition: Hashable, Sendable {
  /// Signed size in the contract's size units, long positive.
  public var size: Amount
  /// The value at entry of the open size, settlement units.
  public var entryValue: Amount
  /// The margin set aside for this position alone, settlement units; zero in cross margin.
  public var isolatedMargin: Amount
  /// Whether only ``isolatedMargin`` backs the position, not the wallet.
  public var isIsolated: Bool

  /// Creates a position; without arguments a flat one in cross margin.
  public init(
    size: Amount = .zero,
    entryValue: Amount = .zero,
    isolatedMargin: Amount = .zero,
    isIsolated: Bool = false
  ) {
    self.size = size
    self.entryValue = entryValue
    self.isolatedMargin = isolatedMargin
    self.isIsolated = isIsolated
  }

  /// Whether nothing is held.
  @inlinable
  public var isFlat: Bool { size.units == 0 }
}

extension ClearedPosition {
  /// What a fill does to a position: a close of the old side, an opening of the new, or both.
  struct Change: Hashable {
    /// Signed change of the size.
    var size: Amount
    /// Change of the entry value.
    var entryValue: Amount
    /// Profit realised by the closing part, rounded down; the fraction stays in the entry value.
    var realised: Amount
    /// Isolated margin that the closing part sets free, rounded down.
    var marginReleased: Amount
    /// The size closed, not negative.
    var closed: Amount
    /// The size opened, not negative.
    var opened: Amount
  }

  /// The effect of a fill of signed size `size` and signed value `value`.
  ///
  /// A reduction realises `−value − released entry` with the released entry rounded up; a fill
  /// through zero is a close plus an opening, its value split in proportion.
  func change(byFilling size: Amount, value: Amount) throws(ClearingError) -> Change {
    let held = self.size.units
    let filled = size.units
    guard held != 0, (held > 0) != (filled > 0) else {
      return Change(
        size: size,
        entryValue: value,
        realised: .zero,
        marginReleased: .zero,
        closed: .zero,
        opened: Amount(abs(filled))
      )
    }
    let closed = min(abs(held), abs(filled))
    let closingValue = share(of: value, closed, outOf: abs(filled), .down)
    let openingValue = value.units - closingValue
    let released = share(of: entryValue, closed, outOf: abs(held), .up)
    let realised = Int128(closingValue) + Int128(released)
    guard let realisedUnits = Int64(exactly: -realised) else {
      throw .overflow(operation: "realised profit of \(closingValue) and \(released)")
    }
    return Change(
      size: size,
      entryValue: Amount(openingValue - released),
      realised: Amount(realisedUnits),
      marginReleased: Amount(share(of: isolatedMargin, closed, outOf: abs(held), .down)),
      closed: Amount(closed),
      opened: Amount(abs(filled) - closed)
    )
  }

  private func share(
    of amount: Amount,
    _ part: Int64,
    outOf whole: Int64,
    _ rounding: Rounding
  ) -> Int64 {
    // |part| ≤ |whole|, so the quotient is not larger than the amount: the conversion cannot trap.
    Int64(
      (Int128(amount.units) * Int128(part)).divided(by: Int128(whole), rounding: rounding)
    )
  }
}
