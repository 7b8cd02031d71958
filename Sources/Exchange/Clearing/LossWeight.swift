public import Quantities

/// One account's part in a loss that is shared.
public struct LossWeight: Hashable, Sendable {
  /// Who pays.
  public let account: AccountID
  /// The account's weight among all: its profit, or its positions' value; not negative.
  public let weight: Int64
  /// The most that the account can pay.
  public let limit: Amount

  /// Creates a part.
  public init(account: AccountID, weight: Int64, limit: Amount = Amount(.max)) {
    precondition(weight >= 0, "a weight must not be negative: \(weight)")
    self.account = account
    self.weight = weight
    self.limit = limit
  }
}
