public import Quantities

/// One line of a batch: an amount added to one entry of one account.
public struct Posting: Hashable, Sendable, CustomStringConvertible {
  /// Whose entry changes.
  public let account: AccountID
  /// Which entry.
  public let entry: LedgerEntry
  /// What is added, in the entry's units.
  public let amount: Amount

  /// Creates a posting.
  public init(account: AccountID, entry: LedgerEntry, amount: Amount) {
    self.account = account
    self.entry = entry
    self.amount = amount
  }

  /// One line for a person.
  public var description: String { "account \(account), \(entry): \(amount.units)" }
}
