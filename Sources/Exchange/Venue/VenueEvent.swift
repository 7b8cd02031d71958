public import Quantities

/// One thing that happened on a venue, in the order of the journal.
public enum VenueEvent: Hashable, Sendable {
  /// The clock: everything after it happens at this instant.
  case time(Instant)
  /// A command was refused.
  case refused(CommandRefusal)
  /// An account was opened.
  case opened(AccountID, isHedged: Bool)
  /// Cash came in (positive) or left (negative).
  case cash(AccountID, AssetID, Amount)
  /// Margin moved to (positive) or from an isolated position.
  case marginMoved(AccountID, ContractID, PositionSlot, Amount)
  /// An order was refused by the book.
  case orderRejected(ContractID, OrderID, OrderRejection)
  /// An order came to rest.
  case rested(ContractID, RestingOrder)
  /// Quantity left an order without a trade.
  case cancelled(ContractID, Cancellation)
  /// A resting order was changed; the trades it causes follow.
  case amended(ContractID, Amendment)
  /// A stop order waits.
  case stopAccepted(ContractID, StopOrder)
  /// A stop fired; what its order does follows.
  case stopFired(ContractID, OrderID)
  /// A trade, with its value in settlement units.
  case filled(ContractID, Fill, value: Amount)
  /// A new index.
  case index(ContractID, Price)
  /// No constituent was usable: the last index stands.
  case indexMissing(ContractID, considered: Int)
  /// A new price besides the index.
  case reference(ContractID, ReferencePrice, Price)
  /// A new mark.
  case mark(ContractID, Price)
  /// A new collateral price.
  case collateral(AssetID, Price)
  /// Funding was paid; the residue went to the rounding account.
  case funding(ContractID, Rate, residue: Amount)
  /// A dated future was settled.
  case settled(ContractID, Price, residue: Amount)
  /// A chain of causes may start here.
  case root(Int32, RootCause)
  /// An account is at or below its maintenance margin.
  case triggered(AccountID, LiquidationScope, equity: Amount, maintenance: Amount, cause: Int32)
  /// A trade nobody chose.
  case forced(ForcedTrade)
  /// Collateral was exchanged for the settlement asset.
  case collateralSold(AccountID, AssetID, quantity: Amount, proceeds: Amount)
  /// The fund covered an account's debt.
  case debtCovered(AccountID, AssetID, Amount)
  /// A loss that nobody is left to share: an error state of the venue, booked and reported.
  case lossUncovered(AssetID, Amount)
  /// Triggers wait for the next command.
  case carriedOver(Int)
}
