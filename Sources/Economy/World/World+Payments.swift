import Quantities

extension World {
  /// Pays money of one kind to an account that keeps another, through banks and the central bank.
  ///
  /// - Returns: What was paid: no more than the payer has, and than its bank can settle.
  @discardableResult
  func pay(
    _ amount: Amount,
    from payer: LedgerSettlement.Party,
    to receiver: LedgerSettlement.Party,
    as kind: LedgerFlowKind
  ) throws(WorldError) -> Amount {
    let paid = max(.zero, min(amount, payable(from: payer, to: receiver)))
    guard paid > .zero else { return .zero }
    var batch = LedgerBatch(kind)
    try addPayment(paid, from: payer, to: receiver, adding: &batch)
    try apply(batch)
    return paid
  }

  /// Adds a payment to a batch of other postings.
  func addPayment(
    _ amount: Amount,
    from payer: LedgerSettlement.Party,
    to receiver: LedgerSettlement.Party,
    adding batch: inout LedgerBatch
  ) throws(WorldError) {
    // What needs no bank needs no books either: handing them over retains every column of theirs.
    if payer.money == receiver.money, payer.account != settlement.centralBank,
      receiver.account != settlement.centralBank
    {
      batch.transfer(payer.money, from: payer.account, to: receiver.account, amount)
      return
    }
    do throws(LedgerError) {
      try settlement.pay(amount, from: payer, to: receiver, in: ledger, adding: &batch)
    } catch { throw .ledger(error) }
  }

  /// Pays the holders of a claim on the payer in proportion, as far as it has the money and its bank reserves.
  ///
  /// Banks are paid in reserves and everyone else in deposits; the central bank pays with what it makes. It is
  /// left out as a holder: what it earns is paid to it by name, or not at all.
  func payHolders(
    of claim: InstrumentID,
    _ amount: Amount,
    from payer: LedgerSettlement.Party
  ) throws(WorldError) {
    let holders = ledger.holdings(in: claim).filter { $0.account != settlement.centralBank }
    guard issuer(of: claim) == payer.account, !holders.isEmpty else { return }
    var paid = amount
    if payer.account != settlement.centralBank {
      paid = min(paid, available(payer.money, to: payer.account))
    }
    if let bank = issuer(of: payer.money), bank != settlement.centralBank {
      // Depositors of the payer's own bank are paid inside it.
      let isInside =
        payer.money == deposits
        && holders.allSatisfy {
          $0.account == bank || !ledger.description(of: $0.account).isBank
        }
      if !isInside { paid = min(paid, available(settlement.reserves, to: bank)) }
    }
    guard paid > .zero else { return }
    var batch = LedgerBatch(.coupon)
    do throws(LedgerError) {
      for (holder, share) in zip(holders, try ledger.split(paid, among: holders)) {
        let isBank = ledger.description(of: holder.account).isBank
        try settlement.pay(
          share,
          from: payer,
          to: LedgerSettlement.Party(holder.account, in: isBank ? settlement.reserves : deposits),
          in: ledger,
          adding: &batch
        )
      }
    } catch { throw .ledger(error) }
    try apply(batch)
  }

  /// The most that can be paid: the payer's money, and the reserves of the bank that it leaves.
  func payable(
    from payer: LedgerSettlement.Party,
    to receiver: LedgerSettlement.Party
  ) -> Amount {
    guard payer.account != settlement.centralBank else { return Amount(.max) }
    let held = available(payer.money, to: payer.account)
    guard payer.money != receiver.money, let bank = issuer(of: payer.money),
      bank != settlement.centralBank, issuer(of: receiver.money) != bank,
      receiver != LedgerSettlement.Party(bank, in: settlement.reserves)
    else { return held }
    return min(held, available(settlement.reserves, to: bank))
  }

  /// The money in which the residual provider pays for or is paid in a money.
  ///
  /// Money of the central bank is for banks and the Treasury; everyone else keeps deposits.
  func residualMoney(for money: InstrumentID) -> InstrumentID {
    issuer(of: money) == settlement.centralBank ? deposits : money
  }

  /// The money that an account gets when it borrows a money: a bank keeps reserves, everyone else deposits.
  func moneyKept(by account: LedgerAccountID, for money: InstrumentID) -> InstrumentID {
    ledger.description(of: account).isBank ? money : residualMoney(for: money)
  }

  /// Who has money to lend without having it: a bank lends by owing a deposit.
  func creates(_ money: InstrumentID, _ lender: LedgerAccountID) -> Bool {
    issuer(of: money) == lender
  }
}
