public import Quantities

/// What one account paid of a loss that was shared.
public struct LossShare: Hashable, Sendable {
  /// Who paid.
  public let account: AccountID
  /// How much; positive.
  public let amount: Amount

  /// Creates a share.
  public init(account: AccountID, amount: Amount) {
    self.account = account
    self.amount = amount
  }
}
