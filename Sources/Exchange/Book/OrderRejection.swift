/// Why a command was refused; the book is unchanged by a refused command.
///
/// Refusals are results, not errors. When several reasons hold, the first in the order of these
/// cases is reported.
public enum OrderRejection: UInt8, Sendable, Hashable, CaseIterable {
  /// Cancel or amend of an id that is not alive: never seen, filled or already cancelled.
  case unknownOrder
  /// Amend of a stop that has not fired; cancel it and enter a new one.
  case stopIsPending
  /// The id belongs to a live order or a waiting stop.
  case duplicateID
  /// The stop's trigger price is zero, negative or beyond the price domain.
  case triggerOutsideDomain
  /// The last known reference price already meets the stop's condition.
  case stopWouldTrigger
  /// Post-only together with market, immediate-or-cancel or fill-or-kill.
  case postOnlyImmediate
  /// Post-only together with reduce-only.
  case postOnlyReduceOnly
  /// Quantity zero or negative.
  case quantityNotPositive
  /// Quantity above the maximum for the order's type.
  case quantityAboveMaximum
  /// Quantity below the minimum for the order's type.
  case quantityBelowMinimum
  /// Quantity not a multiple of the lot step.
  case quantityOffLot
  /// Price zero or negative.
  case priceNotPositive
  /// Price above the largest one the rules allow.
  case priceBeyondDomain
  /// Price not a multiple of the tick step.
  case priceOffTick
  /// Price times quantity does not fit 64 bits.
  case notionalOverflow
  /// Price times quantity below the minimum notional.
  case notionalBelowMinimum
  /// Price outside the band around the reference price.
  case priceOutsideBand
  /// A reduce-only order that has no position to reduce on its side.
  case reduceOnlyWithoutPosition
  /// The margin check on entry failed.
  case marginInsufficient
  /// A post-only order that would trade on arrival.
  case postOnlyWouldTake
  /// The side's total resting quantity would not fit 64 bits.
  case restingQuantityOverflow
}
