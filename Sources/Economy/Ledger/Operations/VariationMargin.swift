import Quantities

/// Holders of a derivative pay each other what its price moved since the last settlement.
///
/// A position's exact gain is quantity times price. It is rounded down to 10⁻⁴ dollars, and the
/// units left over, which are as many whole ones as there are fractions, go to the largest
/// remainders, ties to the lower account number: the payments sum to zero exactly.
public struct VariationMargin: Hashable, Sendable {
  /// What is settled.
  public let derivative: InstrumentID

  /// Creates the settlement of a derivative at its price in the ledger.
  public init(of derivative: InstrumentID) {
    self.derivative = derivative
  }

  /// What every holder receives; sums to zero.
  ///
  /// - Throws: ``LedgerError`` if this is no derivative or a gain leaves 64 bits.
  public func credits(in ledger: Ledger) throws(LedgerError) -> [FundingPayment.Credit] {
    guard derivative.column < ledger.instrumentCount else {
      throw .instrumentUnknown(index: derivative.index)
    }
    guard ledger.description(of: derivative).form == .derivative else {
      throw .actUnsuitable(
        posting: "variation margin of \(ledger.name(of: derivative))",
        expected: "a derivative"
      )
    }
    let unit = powerOfTen(LedgerInstrument.valueDecimals - Asset.usd.decimals)
    let price = ledger.price(of: derivative)
    var shares: [(account: LedgerAccountID, units: Int128, remainder: Int128)] = []
    var left: Int128 = 0
    for holding in ledger.holdings(in: derivative) {
      guard let gain = ledger.value(holding.quantity.units, of: derivative, at: price) else {
        throw overflow(holding, in: ledger)
      }
      let units = gain.divided(by: unit, rounding: .down)
      left -= units
      shares.append((holding.account, units, gain - units * unit))
    }
    // Gains sum to zero, so the remainders sum to `left` whole units: fewer than there are holders.
    let order = shares.indices.sorted {
      (shares[$1].remainder, $0) < (shares[$0].remainder, $1)
    }
    for place in order.prefix(Int(left)) { shares[place].units += 1 }
    var credits: [FundingPayment.Credit] = []
    for share in shares {
      guard let units = Int64(exactly: share.units), units != .min else {
        throw .overflow(
          account: ledger.name(of: share.account),
          instrument: ledger.name(of: derivative),
          posting: "variation margin"
        )
      }
      credits.append(FundingPayment.Credit(account: share.account, amount: Amount(units)))
    }
    return credits
  }

  /// Pays the margin and sets the derivative's price back to zero.
  ///
  /// - Returns: What every holder received.
  /// - Throws: ``LedgerError`` with nothing changed; the price stays unsettled.
  @discardableResult
  public func settle(
    settlement: LedgerSettlement,
    in ledger: inout Ledger,
    money: (LedgerAccountID) -> InstrumentID
  ) throws(LedgerError) -> [FundingPayment.Credit] {
    let credits = try credits(in: ledger)
    var batch = LedgerBatch(.variationMargin)
    try settlement.payCredits(credits, in: ledger, money: money, adding: &batch)
    try ledger.apply(batch)
    try ledger.revalue(derivative, to: Price(0))
    return credits
  }

  private func overflow(_ holding: LedgerHolding, in ledger: Ledger) -> LedgerError {
    .overflow(
      account: ledger.name(of: holding.account),
      instrument: ledger.name(of: derivative),
      posting: "variation margin"
    )
  }
}
