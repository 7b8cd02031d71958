public import Quantities

/// How money gets from one account to another: through deposits, reserves and the central bank.
///
/// A kind of money is a claim of par value in dollars. Within one kind a payment is a transfer. Between kinds
/// it leaves the payer's bank and arrives at the receiver's in reserves: the payer's deposit is
/// cancelled, reserves pass between the banks, and the receiver's bank issues a deposit. Money
/// at the central bank (reserves, the Treasury's account) is converted there. The central bank pays
/// by issuing and is paid by cancelling.
///
///     settlement.pay(Amount(10_000), from: (household, depositsAtA), to: (firm, depositsAtB), …)
///     // redeem depositsAtA, transfer reserves A → B, issue depositsAtB
public struct LedgerSettlement: Hashable, Sendable {
  /// Who pays or is paid, and in which kind of money.
  public struct Party: Hashable, Sendable {
    /// Who.
    public let account: LedgerAccountID
    /// In which money it keeps; for a bank or the central bank, reserves.
    public let money: InstrumentID

    /// Creates a party.
    public init(_ account: LedgerAccountID, in money: InstrumentID) {
      self.account = account
      self.money = money
    }
  }

  /// The central bank.
  public let centralBank: LedgerAccountID
  /// The claim on it that banks settle in.
  public let reserves: InstrumentID

  /// Creates the settlement system of a currency.
  public init(centralBank: LedgerAccountID, reserves: InstrumentID) {
    self.centralBank = centralBank
    self.reserves = reserves
  }

  /// Adds a payment to a batch.
  ///
  /// - Parameters:
  ///   - amount: 10⁻⁴ dollars, not negative.
  ///   - payer: Who pays in which money.
  ///   - receiver: Who is paid in which money.
  ///   - ledger: Who issues which money.
  ///   - batch: What the postings are added to.
  /// - Throws: ``LedgerError/settlementImpossible(payer:receiver:expected:)`` if the moneys differ and
  ///   one is not issued by a bank.
  public func pay(
    _ amount: Amount,
    from payer: Party,
    to receiver: Party,
    in ledger: Ledger,
    adding batch: inout LedgerBatch
  ) throws(LedgerError) {
    if payer.money == receiver.money, payer.account != centralBank,
      receiver.account != centralBank
    {
      batch.transfer(payer.money, from: payer.account, to: receiver.account, amount)
      return
    }
    let source = try centralBankMoney(of: payer, payer: payer, receiver: receiver, in: ledger)
    let target = try centralBankMoney(of: receiver, payer: payer, receiver: receiver, in: ledger)
    if source.issuer != centralBank {
      batch.redeem(payer.money, issuer: source.issuer, from: payer.account, amount)
    }
    if source.party != target.party { move(amount, from: source.party, to: target.party, &batch) }
    if target.issuer != centralBank {
      batch.issue(receiver.money, issuer: target.issuer, to: receiver.account, amount)
    }
  }

  /// Moves central-bank money; the central bank itself holds none.
  private func move(
    _ amount: Amount,
    from source: Party,
    to target: Party,
    _ batch: inout LedgerBatch
  ) {
    if source.money == target.money, source.account != centralBank,
      target.account != centralBank
    {
      batch.transfer(source.money, from: source.account, to: target.account, amount)
      return
    }
    if source.account != centralBank {
      batch.redeem(source.money, issuer: centralBank, from: source.account, amount)
    }
    if target.account != centralBank {
      batch.issue(target.money, issuer: centralBank, to: target.account, amount)
    }
  }

  /// The account at the central bank that a party's money is settled through.
  private func centralBankMoney(
    of party: Party,
    payer: Party,
    receiver: Party,
    in ledger: Ledger
  ) throws(LedgerError) -> (party: Party, issuer: LedgerAccountID) {
    guard case .claim(let issuer)? = form(of: party.money, in: ledger),
      issuer == centralBank || ledger.description(of: issuer).isBank
    else {
      throw .settlementImpossible(
        payer: "\(ledger.name(of: payer.account)) in \(ledger.name(of: payer.money))",
        receiver: "\(ledger.name(of: receiver.account)) in \(ledger.name(of: receiver.money))",
        expected: "the same money, or money of banks or the central bank"
      )
    }
    if issuer == centralBank { return (party, issuer) }
    return (Party(issuer, in: reserves), issuer)
  }

  private func form(of money: InstrumentID, in ledger: Ledger) -> LedgerInstrument.Form? {
    guard money.column < ledger.instrumentCount else { return nil }
    return ledger.description(of: money).form
  }
}
