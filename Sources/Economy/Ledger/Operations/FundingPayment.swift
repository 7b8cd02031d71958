public import Quantities

/// Longs and shorts of a derivative pay each other; what one side pays the other receives.
///
/// The payment of each side is split in proportion to the positions by largest remainder, ties to
/// the lower account number, so that credits sum to zero exactly.
public struct FundingPayment: Hashable, Sendable {
  /// What one account receives, negative if it pays.
  public struct Credit: Hashable, Sendable {
    /// Who.
    public let account: LedgerAccountID
    /// How much, 10⁻⁴ dollars.
    public let amount: Amount
  }

  /// Whose positions pay.
  public let derivative: InstrumentID
  /// What longs pay shorts, 10⁻⁴ dollars; negative if shorts pay.
  public let amount: Amount

  /// Creates a payment of a total amount.
  public init(on derivative: InstrumentID, longsPay amount: Amount) {
    self.derivative = derivative
    self.amount = amount
  }

  /// What every holder receives; sums to zero.
  ///
  /// - Throws: ``LedgerError/nobodyHolds(instrument:)`` if there are no positions.
  public func credits(in ledger: Ledger) throws(LedgerError) -> [Credit] {
    guard derivative.column < ledger.instrumentCount else {
      throw .instrumentUnknown(index: derivative.index)
    }
    guard ledger.description(of: derivative).form == .derivative else {
      throw .actUnsuitable(
        posting: "funding of \(ledger.name(of: derivative))",
        expected: "a derivative"
      )
    }
    let holdings = ledger.holdings(in: derivative)
    let longs = holdings.filter { $0.quantity.units > 0 }
    let shorts = holdings.filter { $0.quantity.units < 0 }
    guard amount.units != .min, !longs.isEmpty else {
      throw .nobodyHolds(instrument: ledger.name(of: derivative))
    }
    let paid = try ledger.split(-amount, among: longs)
    let received = try ledger.split(amount, among: shorts)
    return zip(longs + shorts, paid + received)
      .map { Credit(account: $0.account, amount: $1) }
      .sorted { $0.account < $1.account }
  }

  /// The postings, each holder paying and being paid in the money that `money` names.
  ///
  /// - Throws: ``LedgerError`` if there are no positions or the money cannot be paid that way.
  public func batch(
    settlement: LedgerSettlement,
    in ledger: Ledger,
    money: (LedgerAccountID) -> InstrumentID
  ) throws(LedgerError) -> LedgerBatch {
    var batch = LedgerBatch(.funding)
    try settlement.payCredits(try credits(in: ledger), in: ledger, money: money, adding: &batch)
    return batch
  }
}

extension LedgerSettlement {
  /// Adds the payments of credits that sum to zero.
  func payCredits(
    _ credits: [FundingPayment.Credit],
    in ledger: Ledger,
    money: (LedgerAccountID) -> InstrumentID,
    adding batch: inout LedgerBatch
  ) throws(LedgerError) {
    let sum = credits.reduce(Int128(0)) { $0 + Int128($1.amount.units) }
    precondition(sum == 0, "credits among holders must sum to zero: \(sum)")
    for pair in PairedAmounts(credits: credits.map { ($0.account, $0.amount.units) }) {
      try pay(
        pair.amount,
        from: Party(pair.payer, in: money(pair.payer)),
        to: Party(pair.receiver, in: money(pair.receiver)),
        in: ledger,
        adding: &batch
      )
    }
  }
}

extension Ledger {
  /// Splits an amount in proportion to holdings, without their signs, by largest remainder.
  func split(
    _ amount: Amount,
    among holdings: [LedgerHolding]
  ) throws(LedgerError) -> [Amount] {
    let weights = holdings.map { Int64(clamping: $0.quantity.units.magnitude) }
    do throws(QuantityError) {
      return try amount.split(among: weights)
    } catch {
      throw .nobodyHolds(instrument: holdings.first.map { name(of: $0.instrument) } ?? "nothing")
    }
  }
}
