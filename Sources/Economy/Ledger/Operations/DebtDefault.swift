public import Quantities

/// Creditors write down what a debtor will not pay.
///
/// The creditor's asset and the debtor's liability fall by the same integer. What all lose together
/// is split among holders in proportion to their claims by largest remainder.
public struct DebtDefault: Hashable, Sendable {
  /// The claim that is not honoured.
  public let claim: InstrumentID
  /// What of it is lost, in the claim's smallest quantity; not negative.
  public let loss: Amount

  /// Creates a default in which holders together lose an amount.
  public init(on claim: InstrumentID, losing loss: Amount) {
    self.claim = claim
    self.loss = loss
  }

  /// Creates a default on all that is outstanding, at a recovery rate.
  ///
  /// - Throws: ``LedgerError/actUnsuitable(posting:expected:)`` for a rate outside 0 ... 1.
  public init(
    on claim: InstrumentID,
    recovery: Rate,
    in ledger: Ledger
  ) throws(LedgerError) {
    guard claim.column < ledger.instrumentCount else {
      throw .instrumentUnknown(index: claim.index)
    }
    guard recovery >= .zero, recovery <= .one else {
      throw .actUnsuitable(
        posting: "default on \(ledger.name(of: claim))",
        expected: "a recovery rate from 0 to 1"
      )
    }
    let outstanding = ledger.outstanding(claim)
    do throws(QuantityError) {
      loss = outstanding - (try recovery.applied(to: outstanding, rounding: .toNearestOrEven))
    } catch {
      throw .overflow(account: "any", instrument: ledger.name(of: claim), posting: "\(error)")
    }
    self.claim = claim
  }

  /// The write-downs.
  ///
  /// - Throws: ``LedgerError`` if this is no claim, nobody holds it, or more is lost than owed.
  public func batch(in ledger: Ledger) throws(LedgerError) -> LedgerBatch {
    guard claim.column < ledger.instrumentCount else {
      throw .instrumentUnknown(index: claim.index)
    }
    guard case .claim(let issuer) = ledger.description(of: claim).form else {
      throw .actUnsuitable(posting: "default on \(ledger.name(of: claim))", expected: "a claim")
    }
    guard loss.units >= 0 else {
      throw .quantityNotPositive(
        posting: "default on \(ledger.name(of: claim))",
        quantity: loss.units
      )
    }
    guard loss <= ledger.outstanding(claim) else {
      throw .holdingInsufficient(
        account: ledger.name(of: issuer),
        instrument: ledger.name(of: claim),
        posting: "default: write-down of \(loss.units)",
        available: ledger.outstanding(claim).units,
        needed: loss.units
      )
    }
    let holders = ledger.holdings(in: claim)
    var batch = LedgerBatch(.default)
    for (holder, share) in zip(holders, try ledger.split(loss, among: holders)) {
      batch.redeem(claim, issuer: issuer, from: holder.account, share)
    }
    return batch
  }
}
