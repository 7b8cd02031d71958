public import Quantities

/// One overnight repo trade.
public struct RepoTrade: Hashable, Sendable {
  /// The index of the lender; nil for the central bank's standing facility.
  public let lender: Int?
  /// The index of the borrower.
  public let borrower: Int
  /// The cash lent, positive.
  public let amount: Amount
  /// Percent a year.
  public let rate: Double

  /// Takes a trade.
  public init(lender: Int?, borrower: Int, amount: Amount, rate: Double) {
    self.lender = lender
    self.borrower = borrower
    self.amount = amount
    self.rate = rate
  }
}
