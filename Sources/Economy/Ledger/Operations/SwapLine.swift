public import Quantities

/// The central bank lends dollars to a foreign one, which lends them on to its banks.
///
/// A draw issues three claims of the same amount: reserves to the borrowing bank, the foreign
/// central bank's debt to the central bank, and the bank's debt to its own. A repayment cancels all
/// three. Source: `model.md` §3.19 and §4.4.
public struct SwapLine: Hashable, Sendable {
  /// What the foreign central bank owes the central bank.
  public let claim: InstrumentID
  /// What the borrowing bank owes the foreign central bank.
  public let loan: InstrumentID
  /// The foreign central bank.
  public let foreignCentralBank: LedgerAccountID
  /// Who borrows and keeps reserves.
  public let bank: LedgerAccountID

  /// Creates a line.
  public init(
    claim: InstrumentID,
    loan: InstrumentID,
    foreignCentralBank: LedgerAccountID,
    bank: LedgerAccountID
  ) {
    self.claim = claim
    self.loan = loan
    self.foreignCentralBank = foreignCentralBank
    self.bank = bank
  }

  /// The bank borrows an amount.
  public func draw(_ amount: Amount, settlement: LedgerSettlement) -> LedgerBatch {
    var batch = LedgerBatch(.swapLine)
    batch.issue(claim, issuer: foreignCentralBank, to: settlement.centralBank, amount)
    batch.issue(loan, issuer: bank, to: foreignCentralBank, amount)
    batch.issue(settlement.reserves, issuer: settlement.centralBank, to: bank, amount)
    return batch
  }

  /// The bank repays an amount.
  public func repayment(_ amount: Amount, settlement: LedgerSettlement) -> LedgerBatch {
    var batch = LedgerBatch(.swapLine)
    batch.redeem(settlement.reserves, issuer: settlement.centralBank, from: bank, amount)
    batch.redeem(loan, issuer: bank, from: foreignCentralBank, amount)
    batch.redeem(claim, issuer: foreignCentralBank, from: settlement.centralBank, amount)
    return batch
  }
}
