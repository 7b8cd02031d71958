public import Quantities

/// One party of a trade.
public struct TradeLeg: Hashable, Sendable {
  /// Who trades.
  public let account: AccountID
  /// Which of the account's positions changes.
  public let slot: PositionSlot
  /// What the account pays to the venue, settlement units; negative for a rebate.
  public let fee: Amount
  /// Wallet cash set aside with the part of the fill that opens an isolated position.
  public let marginAdded: Amount

  /// Creates a leg.
  public init(
    account: AccountID,
    slot: PositionSlot = .net,
    fee: Amount = .zero,
    marginAdded: Amount = .zero
  ) {
    self.account = account
    self.slot = slot
    self.fee = fee
    self.marginAdded = marginAdded
  }
}
