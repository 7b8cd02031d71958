public import Quantities

/// An issuer pays the holders of a claim in proportion to what they hold, by largest remainder.
public struct CouponPayment: Hashable, Sendable {
  /// The claim that pays.
  public let claim: InstrumentID
  /// What is paid in all, 10⁻⁴ dollars.
  public let amount: Amount
  /// Who pays, and in which money.
  public let issuer: LedgerSettlement.Party

  /// Creates a payment.
  public init(on claim: InstrumentID, of amount: Amount, from issuer: LedgerSettlement.Party) {
    self.claim = claim
    self.amount = amount
    self.issuer = issuer
  }

  /// The postings, each holder being paid in the money that `money` names.
  ///
  /// - Throws: ``LedgerError`` if nobody holds the claim or the money cannot be paid that way.
  public func batch(
    settlement: LedgerSettlement,
    in ledger: Ledger,
    money: (LedgerAccountID) -> InstrumentID
  ) throws(LedgerError) -> LedgerBatch {
    guard claim.column < ledger.instrumentCount else {
      throw .instrumentUnknown(index: claim.index)
    }
    guard case .claim = ledger.description(of: claim).form else {
      throw .actUnsuitable(posting: "coupon on \(ledger.name(of: claim))", expected: "a claim")
    }
    guard amount.units >= 0 else {
      throw .quantityNotPositive(
        posting: "coupon on \(ledger.name(of: claim))",
        quantity: amount.units
      )
    }
    let holders = ledger.holdings(in: claim)
    var batch = LedgerBatch(.coupon)
    for (holder, share) in zip(holders, try ledger.split(amount, among: holders)) {
      try settlement.pay(
        share,
        from: issuer,
        to: LedgerSettlement.Party(holder.account, in: money(holder.account)),
        in: ledger,
        adding: &batch
      )
    }
    return batch
  }
}
