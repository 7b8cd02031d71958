public import Quantities

/// One instruction to a venue.
public enum VenueCommand: Hashable, Sendable {
  /// Opens an account, in one-way or hedge mode.
  case open(AccountID, isHedged: Bool)
  /// Cash comes in from outside.
  case deposit(AccountID, AssetID, Amount)
  /// Cash leaves, as far as margin allows.
  case withdraw(AccountID, AssetID, Amount)
  /// Cash comes into the insurance fund from outside.
  case endowFund(AssetID, Amount)
  /// Chooses a leverage for new orders in a contract.
  case setLeverage(AccountID, ContractID, Fraction)
  /// Chooses isolated or cross margin for a position that is flat and has no orders.
  case setIsolated(AccountID, ContractID, PositionSlot, Bool)
  /// Moves margin to (positive) or from (negative) an isolated position.
  case moveMargin(AccountID, ContractID, PositionSlot, Amount)
  /// Enters an order; its position slot is `net` in one-way mode.
  case submit(ContractID, Order, PositionSlot)
  /// Enters a stop order, which waits outside the book for mark, last or index.
  case submitStop(ContractID, StopOrder, PositionSlot)
  /// Changes price or open quantity of a resting order of the account's own; `nil` keeps.
  case amend(ContractID, AccountID, OrderID, price: Int64?, quantity: Int64?)
  /// Cancels an order or waiting stop of the account's own.
  case cancel(ContractID, AccountID, OrderID)
  /// The spot prices of an index at an instant, where an index rule makes the index.
  case updateConstituents(ContractID, [IndexConstituent])
  /// A price that mark formulas or oracles look at besides the index.
  case updateReference(ContractID, ReferencePrice, Price)
  /// A new index price, where no index rule is set.
  case updateIndex(ContractID, Price)
  /// A new mark price, where the mark rule is external.
  case updateMark(ContractID, Price)
  /// A new price of a collateral asset.
  case updateCollateral(AssetID, Price)
  /// Announces the funding payment due at an instant, at a rate, where no funding rule is set.
  case scheduleFunding(ContractID, Rate, due: Instant)
  /// Pays funding now, at the rate that the market's rule gives, and starts its next interval.
  case fundingInstant(ContractID)
  /// Closes a dated future at its settlement price.
  case settle(ContractID, Price)
  /// Forgets the profits of the session so far.
  case startSession
  /// Nothing but the passing of time: due funding, and liquidations carried over.
  case advance
}
