public import Quantities

/// The Treasury turns a higher price of its gold into money: certificates against its account.
///
/// The Treasury issues gold certificates to the central bank, which credits the Treasury's account
/// with the same amount. No gold is sold. The money is new when it is spent: the account falls and
/// reserves and deposits rise, a ``MoneyPayment`` of the Treasury. Source: `model.md` §4.9, row S38.
public struct GoldRevaluation: Hashable, Sendable {
  /// Who owns the gold and issues the certificates.
  public let treasury: LedgerAccountID
  /// Who holds the certificates and keeps the account.
  public let centralBank: LedgerAccountID
  /// The outside asset.
  public let gold: InstrumentID
  /// The Treasury's claim that the central bank holds, in dollars.
  public let certificates: InstrumentID
  /// The central bank's claim that the Treasury holds.
  public let treasuryAccount: InstrumentID

  /// Creates the operation's accounts.
  public init(
    treasury: LedgerAccountID,
    centralBank: LedgerAccountID,
    gold: InstrumentID,
    certificates: InstrumentID,
    treasuryAccount: InstrumentID
  ) {
    self.treasury = treasury
    self.centralBank = centralBank
    self.gold = gold
    self.certificates = certificates
    self.treasuryAccount = treasuryAccount
  }

  /// The gain of valuing all of the Treasury's gold at one book price instead of another.
  ///
  /// - Parameters:
  ///   - old: The book price so far, 42.2222 dollars an ounce by statute.
  ///   - new: The book price from now on.
  ///   - ledger: How many ounces there are.
  /// - Returns: (new − old) · ounces in 10⁻⁴ dollars, rounded half to even.
  /// - Throws: ``LedgerError/overflow(account:instrument:posting:)`` if it leaves 64 bits.
  public func gain(
    from old: Price,
    to new: Price,
    in ledger: Ledger
  ) throws(LedgerError) -> Amount {
    try ledger.cash(
      for: ledger.holding(of: treasury, in: gold),
      of: gold,
      at: Price(new.units - old.units)
    )
  }

  /// Certificates and credit of an amount.
  ///
  /// - Throws: ``LedgerError/backingInsufficient(instrument:backing:needed:)`` if all certificates
  ///   together would exceed the gold at its price in the ledger.
  public func batch(_ amount: Amount, in ledger: Ledger) throws(LedgerError) -> LedgerBatch {
    let backing = try ledger.cash(
      for: ledger.holding(of: treasury, in: gold),
      of: gold,
      at: ledger.price(of: gold)
    )
    let issued = ledger.outstanding(certificates)
    let (needed, overflow) = issued.units.addingReportingOverflow(amount.units)
    guard !overflow, needed <= backing.units else {
      throw .backingInsufficient(
        instrument: ledger.name(of: certificates),
        backing: backing.units,
        needed: overflow ? .max : needed
      )
    }
    var batch = LedgerBatch(.goldRevaluation)
    batch.issue(certificates, issuer: treasury, to: centralBank, amount)
    batch.issue(treasuryAccount, issuer: centralBank, to: treasury, amount)
    return batch
  }
}
