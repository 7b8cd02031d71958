public import Quantities

/// The postings of one event; they sum to zero per asset and per contract.
public struct PostingBatch: Hashable, Sendable {
  /// Why.
  public let kind: ClearingEventKind
  /// What, in the order in which it is applied.
  public private(set) var postings: [Posting] = []

  /// Creates an empty batch.
  public init(_ kind: ClearingEventKind) {
    self.kind = kind
  }

  /// Adds a line; a zero amount is left out.
  public mutating func post(_ amount: Amount, to entry: LedgerEntry, of account: AccountID) {
    guard amount.units != 0 else { return }
    postings.append(Posting(account: account, entry: entry, amount: amount))
  }

  /// Adds two lines that move `amount` from one entry to another of the same asset.
  public mutating func move(
    _ amount: Amount,
    from source: (account: AccountID, entry: LedgerEntry),
    to target: (account: AccountID, entry: LedgerEntry)
  ) {
    post(-amount, to: source.entry, of: source.account)
    post(amount, to: target.entry, of: target.account)
  }
}
