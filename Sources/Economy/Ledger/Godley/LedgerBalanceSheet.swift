/// One account's assets, liabilities and net worth, in 10⁻¹² dollars.
public struct LedgerBalanceSheet: Hashable, Sendable {
  /// One family of instruments on one side.
  public struct Entry: Hashable, Sendable {
    /// Which.
    public let family: String
    /// Its value.
    public let value: Int128
  }

  /// Whose.
  public let account: String
  /// What it has, families in the ledger's order; an unsettled loss in a derivative is negative.
  public let assets: [Entry]
  /// What it owes.
  public let liabilities: [Entry]
  /// What its flows have left it with.
  public let netWorth: Int128

  /// The identity of I6: assets = liabilities + net worth.
  public var balances: Bool {
    let left = assets.reduce(Int128(0)) { $0 + $1.value }
    let right = liabilities.reduce(netWorth) { $0 + $1.value }
    return left == right
  }
}
