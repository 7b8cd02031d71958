public import Quantities

/// A position or collateral is taken from an account that can no longer back it.
public enum Liquidation {
  /// A derivative position passes to who takes it over, and a penalty is paid.
  ///
  /// - Parameters:
  ///   - derivative: What is liquidated; settle its variation margin first.
  ///   - quantity: How much of the position, without its sign.
  ///   - debtor: Whose position, and the money it has left.
  ///   - taker: Who takes the position and the penalty: an exchange, an insurance fund, a maker.
  ///   - penalty: 10⁻⁴ dollars, not negative.
  ///   - settlement: How the penalty is paid.
  ///   - ledger: The books it is meant for.
  /// - Returns: The novation and the penalty.
  /// - Throws: ``LedgerError/holdingInsufficient(account:instrument:posting:available:needed:)`` if the
  ///   position is smaller.
  public static func takeover(
    of derivative: InstrumentID,
    _ quantity: Amount,
    from debtor: LedgerSettlement.Party,
    to taker: LedgerSettlement.Party,
    penalty: Amount,
    settlement: LedgerSettlement,
    in ledger: Ledger
  ) throws(LedgerError) -> LedgerBatch {
    let position = ledger.holding(of: debtor.account, in: derivative)
    guard quantity.units <= position.units.magnitude else {
      throw .holdingInsufficient(
        account: ledger.name(of: debtor.account),
        instrument: ledger.name(of: derivative),
        posting: "liquidation: takeover of \(quantity.units)",
        available: position.units,
        needed: quantity.units
      )
    }
    var batch = LedgerBatch(.liquidation)
    if position.units > 0 {
      batch.novate(derivative, from: debtor.account, to: taker.account, quantity)
    } else {
      batch.novate(derivative, from: taker.account, to: debtor.account, quantity)
    }
    try settlement.pay(penalty, from: debtor, to: taker, in: ledger, adding: &batch)
    return batch
  }

  /// A creditor takes collateral and cancels as much debt.
  ///
  /// - Parameters:
  ///   - debt: The debtor's liability.
  ///   - repaid: How much of it is cancelled.
  ///   - collateral: What the creditor gets for it.
  ///   - seized: How much; worth more than the debt by the liquidation bonus.
  ///   - debtor: Who owes and owns.
  ///   - creditor: Who holds the debt.
  /// - Returns: The transfer and the redemption.
  public static func foreclosure(
    of debt: InstrumentID,
    repaid: Amount,
    collateral: InstrumentID,
    seized: Amount,
    debtor: LedgerAccountID,
    creditor: LedgerAccountID
  ) -> LedgerBatch {
    var batch = LedgerBatch(.liquidation)
    batch.transfer(collateral, from: debtor, to: creditor, seized)
    batch.redeem(debt, issuer: debtor, from: creditor, repaid)
    return batch
  }
}
