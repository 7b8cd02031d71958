import Quantities

extension World {
  /// A foreign bank borrows dollars over its own central bank.
  func draw(
    _ line: SwapLine,
    _ amount: Amount,
    by account: LedgerAccountID
  ) throws(WorldError) {
    guard line.bank == account, amount > .zero else { return }
    try apply(line.draw(amount, settlement: settlement))
  }

  /// Repays what the bank owes over a line, as far as it has reserves.
  func repay(
    _ line: SwapLine,
    _ amount: Amount,
    by account: LedgerAccountID
  ) throws(WorldError) {
    guard line.bank == account else { return }
    let owed = min(
      available(line.loan, to: line.foreignCentralBank),
      available(line.claim, to: settlement.centralBank)
    )
    let paid = min(amount, min(owed, available(settlement.reserves, to: account)))
    guard paid > .zero else { return }
    try apply(line.repayment(paid, settlement: settlement))
  }

  /// The Treasury issues certificates on its gold against its account at the central bank.
  func revalueGold(
    _ revaluation: GoldRevaluation,
    _ amount: Amount,
    by account: LedgerAccountID
  ) throws(WorldError) {
    guard revaluation.treasury == account, amount > .zero else { return }
    do throws(LedgerError) {
      try ledger.apply(try revaluation.batch(amount, in: ledger))
    } catch { throw .ledger(error) }
  }
}
