public import Quantities

/// Money for nothing else in the books: wages, taxes, fees, or the Treasury spending its account.
public struct MoneyPayment: Hashable, Sendable {
  /// 10⁻⁴ dollars.
  public let amount: Amount
  /// Who pays in which money.
  public let payer: LedgerSettlement.Party
  /// Who is paid in which money.
  public let receiver: LedgerSettlement.Party

  /// Creates a payment.
  public init(
    of amount: Amount,
    from payer: LedgerSettlement.Party,
    to receiver: LedgerSettlement.Party
  ) {
    self.amount = amount
    self.payer = payer
    self.receiver = receiver
  }

  /// The postings of the payment.
  ///
  /// - Throws: ``LedgerError`` if the money cannot be paid that way.
  public func batch(
    as kind: LedgerFlowKind = .payment,
    settlement: LedgerSettlement,
    in ledger: Ledger
  ) throws(LedgerError) -> LedgerBatch {
    var batch = LedgerBatch(kind)
    try settlement.pay(amount, from: payer, to: receiver, in: ledger, adding: &batch)
    return batch
  }
}
